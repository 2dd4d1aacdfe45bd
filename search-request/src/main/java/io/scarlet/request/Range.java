package io.scarlet.request;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.avro.JsonProperties;

/**
 * Which numbers a setting may be, as the properties of its schema say.
 *
 * @param minimum inclusive
 * @param exclusiveMinimum exclusive
 * @param maximum inclusive
 * @param exclusiveMaximum exclusive
 */
record Range(
    Optional<Double> minimum,
    Optional<Double> exclusiveMinimum,
    Optional<Double> maximum,
    Optional<Double> exclusiveMaximum) {

  static Range of(JsonProperties schema) {
    return new Range(
        bound(schema, "minimum"),
        bound(schema, "exclusiveMinimum"),
        bound(schema, "maximum"),
        bound(schema, "exclusiveMaximum"));
  }

  private static Optional<Double> bound(JsonProperties schema, String name) {
    return schema.getObjectProp(name) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  boolean contains(double value) {
    return Double.isFinite(value)
        && minimum.stream().allMatch(bound -> value >= bound)
        && exclusiveMinimum.stream().allMatch(bound -> value > bound)
        && maximum.stream().allMatch(bound -> value <= bound)
        && exclusiveMaximum.stream().allMatch(bound -> value < bound);
  }

  boolean isUnbounded() {
    return List.of(minimum, exclusiveMinimum, maximum, exclusiveMaximum).stream()
        .allMatch(Optional::isEmpty);
  }

  /** In words: {@code at least 0 and below 1}. */
  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(" and ");
    minimum.ifPresent(bound -> words.add("at least " + shown(bound)));
    exclusiveMinimum.ifPresent(bound -> words.add("above " + shown(bound)));
    maximum.ifPresent(bound -> words.add("at most " + shown(bound)));
    exclusiveMaximum.ifPresent(bound -> words.add("below " + shown(bound)));
    return words.toString();
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
