package io.scarlet.cli.recovery;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How soon an evolver that was killed serves again.
 *
 * @param events on the log: requests, candidates, scores, generations
 * @param searches that they are of
 * @param folded seconds in which the evolver took them in at first
 * @param served seconds from the kill until all searches are shown again
 * @param listed milliseconds that the list of all searches takes then
 * @param log milliseconds that the whole log of one search takes then
 * @param page milliseconds that the page of the dashboard takes then
 * @param paint of that page, where there is a browser
 */
public record RecoveryFigures(
    long events,
    int searches,
    double folded,
    double served,
    double listed,
    double log,
    double page,
    Optional<PagePaint> paint) {

  /** A table for people. */
  public String text() {
    String recovered =
        String.format(
            Locale.ROOT,
            "%d events of %d searches, taken in within %.0f s%n"
                + "killed, the evolver serves again after %.1f s;"
                + " its list of searches takes %.0f ms, the log of one %.0f ms, its page %.0f ms%n",
            events,
            searches,
            folded,
            served,
            listed,
            log,
            page);
    return recovered
        + paint
            .map(
                shown ->
                    String.format(
                        Locale.ROOT,
                        "in a browser the page shows after %.0f ms, the list in it after %.0f ms%n",
                        shown.first(),
                        shown.filled()))
            .orElseGet(() -> String.format("no chromium on the PATH, so no page was painted%n"));
  }

  /** The fields of one JSON object. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("events", events);
    fields.put("searches", searches);
    fields.put("folded_s", folded);
    fields.put("served_s", served);
    fields.put("listed_ms", listed);
    fields.put("log_ms", log);
    fields.put("page_ms", page);
    paint.ifPresent(
        shown -> {
          fields.put("first_paint_ms", shown.first());
          fields.put("painted_list_ms", shown.filled());
        });
    return fields;
  }
}
