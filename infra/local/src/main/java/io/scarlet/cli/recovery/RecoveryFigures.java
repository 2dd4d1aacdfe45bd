package io.scarlet.cli.recovery;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How soon an evolver that was killed serves again.
 *
 * @param events on the log: requests, candidates, scores, generations
 * @param searches that they are of
 * @param folded seconds in which the evolver took them in at first
 * @param served seconds from the kill until all searches are shown again
 * @param listed milliseconds that the list of all searches takes then
 * @param page milliseconds that the page of the dashboard takes then
 */
public record RecoveryFigures(
    long events, int searches, double folded, double served, double listed, double page) {

  /** A table for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d events of %d searches, taken in within %.0f s%n"
            + "killed, the evolver serves again after %.1f s;"
            + " its list of searches takes %.0f ms, its page %.0f ms%n",
        events,
        searches,
        folded,
        served,
        listed,
        page);
  }

  /** The fields of one JSON object. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("events", events);
    fields.put("searches", searches);
    fields.put("folded_s", folded);
    fields.put("served_s", served);
    fields.put("listed_ms", listed);
    fields.put("page_ms", page);
    return fields;
  }
}
