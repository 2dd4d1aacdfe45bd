package io.scarlet.bench.report;

import io.scarlet.bench.io.Json;
import io.scarlet.space.io.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a training waits for its pictures.
 *
 * @param name of the training
 * @param threads that compute
 * @param step milliseconds of a step, on average
 * @param waited milliseconds of these in which it waited
 */
public record Waiting(String name, int threads, double step, double waited) {

  private static final double THOUSAND = 1_000;

  /** Of the time, 0 to 1. */
  public double share() {
    return waited / step;
  }

  /** One line of JSON; there is no peer that waits. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("threads", threads);
    json.put("ours_ms", rounded(step));
    json.put("peer_ms", null);
    json.put("ratio", null);
    json.put("waiting_ms", rounded(waited));
    json.put("waiting_share", rounded(share()));
    return Json.line(json);
  }

  private static double rounded(double value) {
    return Math.round(value * THOUSAND) / THOUSAND;
  }

  /** Lines with a heading, each ended by a line feed. */
  public static String table(List<Waiting> waitings) {
    TextTable table = new TextTable().row("training", "threads", "step ms", "waits ms", "share");
    waitings.forEach(
        w ->
            table.row(
                w.name(),
                w.threads(),
                String.format(Locale.ROOT, "%,.1f", w.step()),
                String.format(Locale.ROOT, "%.2f", w.waited()),
                String.format(Locale.ROOT, "%.1f %%", 100 * w.share())));
    return table.render(1);
  }
}
