package io.scarlet.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** What the properties of a field in the schema say besides its type. */
public final class Fields {

  private Fields() {}

  /** Whether the value follows from the others, so that nobody sets it. */
  public static boolean isDerived(Schema.Field field) {
    return Boolean.TRUE.equals(field.getObjectProp("derived"));
  }

  /**
   * What a new request takes where nothing is written, if that is another value than the one that
   * logs from before the field are read with.
   */
  public static Optional<String> standard(Schema.Field field) {
    return Optional.ofNullable(field.getObjectProp("standard")).map(String::valueOf);
  }

  /** The words that a text may be; none where any will do. */
  public static List<String> choices(JsonProperties field) {
    return field.getObjectProp("choices") instanceof Collection<?> words
        ? words.stream().map(String::valueOf).toList()
        : List.of();
  }
}
