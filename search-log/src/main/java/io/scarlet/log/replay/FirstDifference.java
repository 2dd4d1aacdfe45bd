package io.scarlet.log.replay;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Where two records of one schema first differ, in the order of their fields. */
final class FirstDifference {

  private static final String ID = "candidateId";

  private FirstDifference() {}

  /**
   * One line, {@code costs.params is 9 in the log and 8 by replay} for instance; empty where all
   * fields are equal.
   */
  static Optional<String> between(IndexedRecord recorded, IndexedRecord derived) {
    return within("", recorded, derived);
  }

  private static Optional<String> within(
      String path, IndexedRecord recorded, IndexedRecord derived) {
    String dot = path.isEmpty() ? "" : path + ".";
    return recorded.getSchema().getFields().stream()
        .flatMap(
            field ->
                of(dot + field.name(), recorded.get(field.pos()), derived.get(field.pos()))
                    .stream())
        .findFirst();
  }

  private static Optional<String> of(String path, Object recorded, Object derived) {
    if (recorded instanceof IndexedRecord left && derived instanceof IndexedRecord right) {
      return within(path, left, right);
    }
    if (recorded instanceof List<?> left && derived instanceof List<?> right) {
      return within(path, left, right);
    }
    return Objects.equals(recorded, derived)
        ? Optional.empty()
        : Optional.of(
            "%s is %s in the log and %s by replay"
                .formatted(path, shown(recorded), shown(derived)));
  }

  private static Optional<String> within(String path, List<?> recorded, List<?> derived) {
    int common = Math.min(recorded.size(), derived.size());
    Stream<String> elements =
        IntStream.range(0, common)
            .boxed()
            .flatMap(
                index ->
                    of(
                        "%s[%s]".formatted(path, name(recorded.get(index), index)),
                        recorded.get(index),
                        derived.get(index))
                        .stream());
    Stream<String> length =
        recorded.size() == derived.size()
            ? Stream.empty()
            : Stream.of(
                "%s has %d entries in the log and %d by replay"
                    .formatted(path, recorded.size(), derived.size()));
    return Stream.concat(elements, length).findFirst();
  }

  /** A candidate by its id, anything else by its place. */
  private static String name(Object element, int index) {
    if (element instanceof IndexedRecord record) {
      Schema.Field id = record.getSchema().getField(ID);
      return id == null ? Integer.toString(index) : String.valueOf(record.get(id.pos()));
    }
    return Integer.toString(index);
  }

  private static String shown(Object value) {
    return value instanceof CharSequence text ? "'" + text + "'" : String.valueOf(value);
  }
}
