package io.scarlet.quality;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a PromQL expression refers to.
 *
 * @param series names of series
 * @param labels names of labels, in selectors and in groupings
 */
record QueryNames(Set<String> series, Set<String> labels) {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  static QueryNames of(String expression) {
    String bare = RANGE.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll("");
    Set<String> labels =
        Stream.of(SELECTOR, GROUPING)
            .flatMap(where -> where.matcher(bare).results())
            .flatMap(found -> Arrays.stream(found.group(1).split("[,=!~\\s]+")))
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    String named = GROUPING.matcher(SELECTOR.matcher(bare).replaceAll("")).replaceAll(" ");
    Set<String> series =
        NAME.matcher(named)
            .results()
            .map(found -> found.group())
            .filter(name -> !OPERATORS.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    return new QueryNames(series, labels);
  }
}
