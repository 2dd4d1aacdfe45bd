package io.scarlet.bench.search;

import io.scarlet.bench.io.Json;
import io.scarlet.bench.report.Median;
import io.scarlet.space.io.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a strategy stands after some evaluations.
 *
 * @param problem that was searched
 * @param strategy by its name
 * @param evaluations that every search had made
 * @param shares of the true front's hypervolume, one a seed
 */
record Standing(String problem, String strategy, int evaluations, List<Double> shares) {

  private static final double RESOLUTION = 1e5;

  Standing {
    shares = List.copyOf(shares);
  }

  double median() {
    return Median.of(shares.stream().mapToDouble(Double::doubleValue).toArray());
  }

  double least() {
    return shares.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** One line of JSON. */
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problem", problem);
    json.put("strategy", strategy);
    json.put("evaluations", evaluations);
    json.put("seeds", shares.size());
    json.put("hypervolume_median", rounded(median()));
    json.put("hypervolume_min", rounded(least()));
    return Json.line(json);
  }

  /** Standings for people, each line ended by a line feed. */
  static String table(List<Standing> standings) {
    TextTable table = new TextTable();
    table.row("problem", "strategy", "evaluations", "seeds", "median", "least");
    for (Standing one : standings) {
      table.row(
          one.problem,
          one.strategy,
          one.evaluations,
          one.shares.size(),
          shown(one.median()),
          shown(one.least()));
    }
    return table.render(2);
  }

  private static String shown(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private static double rounded(double share) {
    return Math.round(share * RESOLUTION) / RESOLUTION;
  }
}
