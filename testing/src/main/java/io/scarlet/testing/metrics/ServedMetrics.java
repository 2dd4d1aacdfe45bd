package io.scarlet.testing.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service serves, in the order of the names.
 *
 * @param families with at least one series
 */
public record ServedMetrics(List<MetricFamily> families) {

  private static final Pattern DECLARED =
      Pattern.compile("^# (HELP|TYPE) (\\w+) ?(.*)$", Pattern.MULTILINE);
  private static final Pattern SERIES =
      Pattern.compile("^(\\w+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  /** Of a page in Prometheus' text format, as a scrape gets it. */
  public static ServedMetrics of(String page) {
    Map<String, String> helps = new TreeMap<>();
    Map<String, String> types = new TreeMap<>();
    DECLARED
        .matcher(page)
        .results()
        .forEach(
            line ->
                (line.group(1).equals("HELP") ? helps : types).put(line.group(2), line.group(3)));
    List<MatchResult> series = SERIES.matcher(page).results().toList();
    return new ServedMetrics(
        types.entrySet().stream()
            .map(type -> family(type.getKey(), type.getValue(), helps, series))
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * Rows of the page for what begins so. The largest value of late, which a timer serves beside its
   * sum, has none.
   */
  public List<String> rows(String prefix) {
    return families.stream()
        .filter(family -> family.name().startsWith(prefix) && !family.name().endsWith("_max"))
        .map(MetricFamily::row)
        .toList();
  }

  /** Names that the page has, begin with one of these, and are not served. */
  public List<String> missing(MetricsPage page, String... prefixes) {
    Set<String> served = families.stream().map(MetricFamily::name).collect(Collectors.toSet());
    return Arrays.stream(prefixes)
        .flatMap(prefix -> page.names(prefix).stream())
        .filter(name -> !served.contains(name))
        .toList();
  }

  private static Optional<MetricFamily> family(
      String name, String type, Map<String, String> helps, List<MatchResult> series) {
    String help = helps.getOrDefault(name, "").strip();
    MetricFamily family = new MetricFamily(name, type, new TreeSet<>(), help);
    List<MatchResult> own =
        series.stream().filter(each -> family.series().contains(each.group(1))).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new MetricFamily(name, type, labels(own), help));
  }

  private static SortedSet<String> labels(List<MatchResult> series) {
    return series.stream()
        .filter(each -> each.group(2) != null)
        .flatMap(each -> LABEL.matcher(each.group(2)).results())
        .map(label -> label.group(1))
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
