package io.scarlet.testing.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code docs/metrics.md} says of metrics.
 *
 * @param rows of its tables
 */
public record MetricsPage(List<String> rows) {

  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  /** The page as it lies in a folder of the project. */
  public static MetricsPage read(Path docs) throws IOException {
    try (var lines = Files.lines(docs.resolve("metrics.md"))) {
      return new MetricsPage(lines.filter(line -> line.startsWith("| `")).toList());
    }
  }

  /** The rows of what begins so. */
  public List<String> rows(String prefix) {
    return rows.stream().filter(row -> row.startsWith("| `" + prefix)).toList();
  }

  /** The names of what begins so. */
  public List<String> names(String prefix) {
    return rows(prefix).stream().map(row -> family(row).name()).toList();
  }

  /** All metrics of the page, those of libraries too. */
  public List<MetricFamily> families() {
    return rows.stream().map(MetricsPage::family).toList();
  }

  private static MetricFamily family(String row) {
    List<String> cells = Arrays.stream(row.split("\\|", -1)).skip(1).map(String::strip).toList();
    return new MetricFamily(
        quoted(cells.get(0)).first(), cells.get(1), quoted(cells.get(2)), cells.get(3));
  }

  private static SortedSet<String> quoted(String cell) {
    return NAME.matcher(cell)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
