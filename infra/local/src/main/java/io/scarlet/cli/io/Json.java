package io.scarlet.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Writes values as JSON: byte for byte the same for the same values on every system. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private Json() {}

  /** One line. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unknown) {
      throw new IllegalArgumentException("no JSON for " + value.getClass(), unknown);
    }
  }

  /** Indented lines, the last with its line feed. */
  public static String document(Object value) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
    try {
      return MAPPER.writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException unknown) {
      throw new IllegalArgumentException("no JSON for " + value.getClass(), unknown);
    }
  }

  /** A record with its fields in the order of its schema; enums by their names. */
  public static Map<String, Object> of(IndexedRecord record) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      json.put(field.name(), plain(record.get(field.pos())));
    }
    return json;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case IndexedRecord record -> of(record);
      case List<?> list -> list.stream().map(Json::plain).toList();
      case Enum<?> constant -> constant.name();
      case null -> null;
      default -> value;
    };
  }
}
