package io.scarlet.schemas;

import io.scarlet.events.SearchRequested;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** {@code docs/events.md}, made from the schemas. */
final class EventsPage {

  private static final String INTRODUCTION =
      """
      # Events

      All that happens in a search, topic by topic: values are Avro in Confluent's wire format, keys are text. Fields come and go by
      `FULL_TRANSITIVE` compatibility only. Who writes and reads what is in [architecture.md](architecture.md#topics).

      This page is made from `schemas/src/main/avro`; a test compares it, and leaves a new one in `schemas/target/events.md`.
      """;

  /** The settings of a search have a page of their own. */
  private static final Schema REQUEST = SearchRequested.getClassSchema();

  private EventsPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    Map<String, Schema> parts = new LinkedHashMap<>();
    for (Topic topic : TopicCatalogue.all()) {
      page.append(
          "\n## `%s`\n\nKey: id of the %s. Partitions: %d.\n"
              .formatted(
                  topic.name(),
                  topic.key() == Topic.Key.SEARCH_ID ? "search" : "candidate",
                  topic.partitions()));
      for (Schema event : topic.values()) {
        page.append(record(event));
        event.getFields().stream()
            .filter(field -> !event.equals(REQUEST) || field.name().equals("past"))
            .forEach(field -> collect(field.schema(), parts));
      }
    }
    page.append("\n## Parts of events\n");
    parts.values().forEach(part -> page.append(record(part)));
    return page.toString();
  }

  private static String record(Schema schema) {
    String doc = schema.getDoc().replaceFirst("^Topics? [^.]*\\. ?", "");
    String settings =
        schema.equals(REQUEST)
            ? "Its settings are in [configuration.md](configuration.md).\n\n"
            : "";
    return "\n### "
        + schema.getName()
        + "\n\n"
        + (doc.isEmpty() ? "" : doc + "\n\n")
        + settings
        + "| field | type | default | meaning |\n|---|---|---|---|\n"
        + schema.getFields().stream().map(EventsPage::row).collect(Collectors.joining());
  }

  private static String row(Schema.Field field) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            field.name(),
            word(field.schema()),
            standard(field),
            String.valueOf(field.doc()).replace("|", "\\|"));
  }

  private static String word(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> schema.getName();
      case ENUM ->
          schema.getEnumSymbols().stream()
              .map(symbol -> "`" + symbol + "`")
              .collect(Collectors.joining(" / "));
      case ARRAY -> "list of " + word(schema.getElementType());
      case MAP -> "map of " + word(schema.getValueType());
      case UNION ->
          schema.getTypes().stream()
              .map(type -> type.getType() == Schema.Type.NULL ? "none" : word(type))
              .sorted((one, other) -> Boolean.compare(one.equals("none"), other.equals("none")))
              .collect(Collectors.joining(" or "));
      default -> schema.getType().getName();
    };
  }

  private static String standard(Schema.Field field) {
    Object value = field.hasDefaultValue() ? field.defaultVal() : "needed";
    return switch (value) {
      case JsonProperties.Null _ -> "none";
      case List<?> list when list.isEmpty() -> "empty";
      case Map<?, ?> _ -> "that of its fields";
      case List<?> _ -> "some";
      case String text when text.isEmpty() -> "empty";
      case String text when !field.hasDefaultValue() -> text;
      default -> "`" + value + "`";
    };
  }

  private static void collect(Schema schema, Map<String, Schema> parts) {
    for (Schema each : inside(schema)) {
      if (each.getType() == Schema.Type.RECORD && parts.putIfAbsent(each.getName(), each) == null) {
        each.getFields().forEach(field -> collect(field.schema(), parts));
      }
    }
  }

  private static List<Schema> inside(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> inside(schema.getElementType());
      case MAP -> inside(schema.getValueType());
      case UNION -> schema.getTypes().stream().flatMap(type -> inside(type).stream()).toList();
      default -> List.of(schema);
    };
  }
}
