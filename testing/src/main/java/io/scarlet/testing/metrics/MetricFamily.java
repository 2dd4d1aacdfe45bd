package io.scarlet.testing.metrics;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All series of one name.
 *
 * @param name without what a histogram or a summary appends to it
 * @param type as Prometheus has it: counter, gauge, histogram or summary
 * @param labels that tell its series apart, those of buckets aside
 * @param help what it means
 */
public record MetricFamily(String name, String type, SortedSet<String> labels, String help) {

  private static final Set<String> COUNTED = Set.of("histogram", "summary");

  /** The names that a query may use. */
  public SortedSet<String> series() {
    SortedSet<String> series = new TreeSet<>();
    if (COUNTED.contains(type)) {
      series.add(name + "_count");
      series.add(name + "_sum");
    } else {
      series.add(name);
    }
    if (type.equals("histogram")) {
      series.add(name + "_bucket");
    }
    return series;
  }

  /** As a row of the page. */
  public String row() {
    String tags = labels.isEmpty() ? "" : "`" + String.join("`, `", labels) + "`";
    return "| `%s` | %s | %s | %s |".formatted(name, type, tags, help);
  }
}
