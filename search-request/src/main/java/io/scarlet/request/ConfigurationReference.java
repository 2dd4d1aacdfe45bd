package io.scarlet.request;

import io.scarlet.events.SearchRequested;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/** The reference of all settings of a request, made from the schema. */
public final class ConfigurationReference {

  private static final String INTRODUCTION =
      """
      # Settings of a search

      A request is a YAML file with the settings below; what it leaves out has its default. On the
      command line, `--set` changes one by its path: `./scarlet search --set training.epochs=4`.
      Unknown settings, wrong types and values out of range are refused with line and column.
      `search.json` in a folder of results is such a request too: it runs the same search again.

      This page is made from the schema of the event `SearchRequested`; make it anew with
      `./scarlet configuration > docs/configuration.md`.
      """;

  private ConfigurationReference() {}

  /** The whole page. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    Map<String, Schema> sections = new LinkedHashMap<>();
    sections.put("", SearchRequested.getClassSchema());
    List<Map.Entry<String, Schema>> open = new ArrayList<>(sections.entrySet());
    while (!open.isEmpty()) {
      Map.Entry<String, Schema> section = open.removeFirst();
      page.append(section(section.getKey(), section.getValue()));
      section.getValue().getFields().stream()
          .filter(field -> record(field.schema()) != null)
          .forEach(
              field ->
                  open.add(
                      Map.entry(below(section.getKey(), field.name()), record(field.schema()))));
    }
    return page.toString();
  }

  private static String below(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private static String section(String path, Schema schema) {
    String title = path.isEmpty() ? "The request" : "`" + path + "`";
    String doc = path.isEmpty() ? "" : schema.getDoc() + "\n\n";
    return "\n## "
        + title
        + "\n\n"
        + doc
        + "| setting | type | default | meaning |\n|---|---|---|---|\n"
        + schema.getFields().stream()
            .filter(field -> !Fields.isDerived(field))
            .map(ConfigurationReference::row)
            .collect(Collectors.joining());
  }

  private static String row(Schema.Field field) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(field.name(), type(field), standard(field), field.doc().replace("|", "\\|"));
  }

  private static String type(Schema.Field field) {
    StringJoiner words = new StringJoiner(", ");
    words.add(word(field.schema()));
    Range range = Range.of(field);
    if (!range.isUnbounded()) {
      words.add(range.toString());
    }
    List<String> choices = Fields.choices(field);
    if (!choices.isEmpty()) {
      words.add(String.join(" / ", choices));
    }
    return words.toString();
  }

  private static String word(Schema schema) {
    return switch (schema.getType()) {
      case INT, LONG -> "whole number";
      case DOUBLE -> "number";
      case BOOLEAN -> "true / false";
      case STRING -> "text";
      case ENUM -> String.join(" / ", schema.getEnumSymbols());
      case ARRAY -> "list";
      case RECORD -> "settings";
      case UNION ->
          schema.getTypes().stream()
              .filter(type -> type.getType() != Schema.Type.NULL)
              .map(ConfigurationReference::word)
              .collect(Collectors.joining(" / "));
      default -> throw new IllegalArgumentException("no word for " + schema);
    };
  }

  private static String standard(Schema.Field field) {
    return Fields.standard(field)
        .map(value -> "`" + value + "`")
        .orElseGet(() -> defaultValue(field));
  }

  private static String defaultValue(Schema.Field field) {
    if (field.schema().getType() == Schema.Type.RECORD) {
      return "below";
    }
    if (!field.hasDefaultValue()) {
      return "needed";
    }
    Object value = SpecificData.get().getDefaultValue(field);
    return switch (value) {
      case null -> "none";
      case List<?> list when list.isEmpty() -> "none";
      case List<?> list ->
          list.stream().map(ConfigurationReference::words).collect(Collectors.joining("; "));
      case String text when text.isEmpty() -> "empty";
      default -> "`" + value + "`";
    };
  }

  private static String words(Object value) {
    return value instanceof IndexedRecord record
        ? record.getSchema().getFields().stream()
            .map(field -> String.valueOf(record.get(field.pos())))
            .collect(Collectors.joining(" "))
        : String.valueOf(value);
  }

  private static Schema record(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> schema;
      case ARRAY -> record(schema.getElementType());
      default -> null;
    };
  }
}
