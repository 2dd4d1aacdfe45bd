package io.scarlet.log.replay;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Where two records of one schema first differ, in the order of their fields. A place in a ranking
 * follows from the values of all members, so a difference of values is told first.
 */
final class FirstDifference {

  private static final String ID = "candidateId";
  private static final Set<String> PLACES = Set.of("rank", "crowding");

  /** Two values at one path of field names. */
  private record Difference(String path, String text) {
    static Difference at(String path, String form, Object recorded, Object derived) {
      return new Difference(path, path + form.formatted(recorded, derived));
    }

    boolean ofValues() {
      return !PLACES.contains(path.substring(path.lastIndexOf('.') + 1));
    }
  }

  private FirstDifference() {}

  /**
   * One line, {@code costs.params is 9 in the log and 8 by replay} for instance; empty where all
   * fields are equal.
   */
  static Optional<String> between(IndexedRecord recorded, IndexedRecord derived) {
    List<Difference> all = fields("", recorded, derived).toList();
    return all.stream()
        .filter(Difference::ofValues)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(Difference::text);
  }

  private static Stream<Difference> fields(
      String prefix, IndexedRecord recorded, IndexedRecord derived) {
    return recorded.getSchema().getFields().stream()
        .flatMap(
            field ->
                values(prefix + field.name(), recorded.get(field.pos()), derived.get(field.pos())));
  }

  private static Stream<Difference> values(String path, Object recorded, Object derived) {
    if (recorded instanceof IndexedRecord left && derived instanceof IndexedRecord right) {
      return fields(path + ".", left, right);
    }
    if (recorded instanceof List<?> left && derived instanceof List<?> right) {
      return elements(path, left, right);
    }
    return Objects.equals(recorded, derived)
        ? Stream.empty()
        : Stream.of(
            Difference.at(
                path, " is %s in the log and %s by replay", shown(recorded), shown(derived)));
  }

  private static Stream<Difference> elements(String path, List<?> recorded, List<?> derived) {
    int common = Math.min(recorded.size(), derived.size());
    Stream<Difference> each =
        IntStream.range(0, common)
            .boxed()
            .flatMap(
                index ->
                    values(
                        "%s[%s]".formatted(path, name(recorded.get(index), index)),
                        recorded.get(index),
                        derived.get(index)));
    return recorded.size() == derived.size()
        ? each
        : Stream.concat(
            each,
            Stream.of(
                Difference.at(
                    path,
                    " has %d entries in the log and %d by replay",
                    recorded.size(),
                    derived.size())));
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
