package io.scarlet.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Writes values as JSON: byte for byte the same for the same values on every system. Reads it. */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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

  /**
   * A value from its text; what the type does not know is passed over.
   *
   * @throws JsonProcessingException where the text is no such value
   */
  static <T> T read(String text, TypeReference<T> type) throws JsonProcessingException {
    return MAPPER.readValue(text, type);
  }

  /**
   * A value from its text; what the type does not know is passed over.
   *
   * @throws JsonProcessingException where the text is no such value
   */
  static <T> T read(String text, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(text, type);
  }

  /** What a person wrote, each scalar as text. */
  static Map<String, Object> of(Written.Mapping written) {
    Map<String, Object> json = new LinkedHashMap<>();
    written.entries().forEach((key, value) -> json.put(key, plain(value)));
    return json;
  }

  private static Object plain(Written written) {
    return switch (written) {
      case Written.Mapping mapping -> of(mapping);
      case Written.Sequence list -> list.items().stream().map(Json::plain).toList();
      case Written.Scalar scalar -> scalar.isNothing() ? null : scalar.text();
    };
  }

  /** A request, from which it can be read again; of a fork's past, where it left its parent. */
  public static Map<String, Object> ofRequest(SearchRequested request) {
    Map<String, Object> json = of(request);
    SearchPast past = request.getPast();
    if (past == null) {
      json.remove("past");
    } else {
      Map<String, Object> left = new LinkedHashMap<>();
      left.put("parent", past.getParent());
      left.put("generation", past.getGenerations().size());
      json.put("past", left);
    }
    return json;
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
