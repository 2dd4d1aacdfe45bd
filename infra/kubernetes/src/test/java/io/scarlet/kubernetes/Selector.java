package io.scarlet.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * Which pods are meant.
 *
 * @param content labels to match and expressions of the operator {@code In}; empty for all pods
 */
record Selector(Map<String, Object> content) {

  static Selector in(Object found) {
    return new Selector(Manifest.mapIn(found));
  }

  /** Whether it means pods with these labels. */
  boolean selects(Map<String, Object> labels) {
    return labels.entrySet().containsAll(Manifest.mapIn(content.get("matchLabels")).entrySet())
        && Manifest.mapsIn(content.get("matchExpressions")).stream()
            .allMatch(each -> isMet(each, labels));
  }

  private static boolean isMet(Map<String, Object> expression, Map<String, Object> labels) {
    return "In".equals(expression.get("operator"))
        && expression.get("values") instanceof List<?> values
        && values.contains(labels.get(String.valueOf(expression.get("key"))));
  }
}
