package io.scarlet.request;

import io.scarlet.events.SearchRequested;
import io.scarlet.space.io.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Gives written values the types of an Avro schema. Names, types, defaults and ranges all come from
 * the schema, so a setting exists as soon as its field does.
 *
 * <p>What the schema does not know is refused, because a misspelt setting would be one that does
 * nothing. A field of the property {@code derived} is passed over: it follows from the others. One
 * of the property {@code standard} has that where nothing is written, rather than its default.
 */
final class SchemaBinding {

  /** Makes events of the classes that are here, whatever loader Avro has. */
  static final SpecificData DATA = new SpecificData(SearchRequested.class.getClassLoader());

  private SchemaBinding() {}

  /**
   * A record of the schema with what was written, and defaults for the rest.
   *
   * @throws RequestRefused at the first value that does not fit
   */
  static Object record(Schema schema, Written written, String what) {
    if (!(written instanceof Written.Mapping mapping)) {
      throw written
          .place()
          .refuse("%s needs keys and values, got %s".formatted(what, written.shown()));
    }
    checkKeys(schema, mapping, what);
    Object record = DATA.newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      DATA.setField(record, field.name(), field.pos(), value(field, mapping, what));
    }
    return record;
  }

  /**
   * A record with what was written put in, in place of what was there.
   *
   * @throws RequestRefused at the first value that does not fit
   */
  static Object changed(IndexedRecord before, Written written, String what) {
    if (!(written instanceof Written.Mapping mapping)) {
      throw written
          .place()
          .refuse("%s needs keys and values, got %s".formatted(what, written.shown()));
    }
    Schema schema = before.getSchema();
    checkKeys(schema, mapping, what);
    Object record = DATA.deepCopy(schema, before);
    for (Schema.Field field : schema.getFields()) {
      Written given = mapping.entries().get(field.name());
      if (given != null && !Fields.isDerived(field)) {
        String name = "'" + field.name() + "'";
        Object value =
            field.schema().getType() == Schema.Type.RECORD
                ? changed((IndexedRecord) before.get(field.pos()), given, name)
                : bind(field.schema(), field, given, name);
        DATA.setField(record, field.name(), field.pos(), value);
      }
    }
    return record;
  }

  private static void checkKeys(Schema schema, Written.Mapping mapping, String what) {
    List<String> known =
        schema.getFields().stream()
            .filter(field -> !Fields.isDerived(field))
            .map(Schema.Field::name)
            .toList();
    for (String key : mapping.entries().keySet()) {
      if (schema.getField(key) == null) {
        throw mapping
            .keys()
            .get(key)
            .refuse(
                "%s has no setting '%s'%s It knows %s"
                    .formatted(
                        what, key, NearestName.question(key, known), String.join(", ", known)));
      }
    }
  }

  private static Object value(Schema.Field field, Written.Mapping mapping, String what) {
    Written given = mapping.entries().get(field.name());
    if (Fields.isDerived(field)) {
      return field.hasDefaultValue() ? DATA.getDefaultValue(field) : "";
    }
    if (given != null) {
      return bind(field.schema(), field, given, "'" + field.name() + "'");
    }
    Optional<String> standard = Fields.standard(field);
    if (standard.isPresent()) {
      Written usual = new Written.Scalar(mapping.place(), standard.get(), true);
      return bind(field.schema(), field, usual, "'" + field.name() + "'");
    }
    if (field.hasDefaultValue()) {
      return DATA.deepCopy(field.schema(), DATA.getDefaultValue(field));
    }
    if (field.schema().getType() == Schema.Type.RECORD) {
      return record(
          field.schema(), Written.Mapping.empty(mapping.place()), "'" + field.name() + "'");
    }
    throw mapping.place().refuse("%s needs the setting '%s'".formatted(what, field.name()));
  }

  private static Object bind(Schema schema, JsonProperties rules, Written given, String what) {
    return switch (schema.getType()) {
      case RECORD -> record(schema, given, what);
      case ARRAY -> list(schema, rules, given, what);
      case UNION -> optional(schema, rules, given, what);
      case ENUM -> DATA.createEnum(symbol(schema.getEnumSymbols(), given, what), schema);
      case STRING -> text(rules, given, what);
      case BOOLEAN -> flag(given, what);
      case INT -> (int) number(rules, given, what, Integer::parseInt, "a whole number");
      case LONG -> (long) number(rules, given, what, Long::parseLong, "a whole number");
      case DOUBLE -> number(rules, given, what, Double::parseDouble, "a number").doubleValue();
      default -> throw new IllegalArgumentException(what + " has a type without a written form");
    };
  }

  private static List<Object> list(
      Schema schema, JsonProperties rules, Written given, String what) {
    if (!(given instanceof Written.Sequence sequence)) {
      throw given.place().refuse("%s needs a list, got %s".formatted(what, given.shown()));
    }
    int least = rules.getObjectProp("minItems") instanceof Number number ? number.intValue() : 0;
    if (sequence.items().size() < least) {
      throw given.place().refuse("%s needs at least %d item".formatted(what, least));
    }
    List<Object> items = new ArrayList<>();
    for (Written item : sequence.items()) {
      Schema type = schema.getElementType();
      items.add(bind(type, type, item, "an item of " + what));
    }
    return items;
  }

  private static Object optional(Schema schema, JsonProperties rules, Written given, String what) {
    if (given instanceof Written.Scalar scalar && scalar.isNothing()) {
      return null;
    }
    Schema type =
        schema.getTypes().stream()
            .filter(candidate -> candidate.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
    return bind(type, rules, given, what);
  }

  private static String text(JsonProperties rules, Written given, String what) {
    List<String> choices = Fields.choices(rules);
    if (choices.isEmpty()) {
      return scalar(given, what).text();
    }
    return symbol(choices, given, what);
  }

  private static String symbol(List<String> symbols, Written given, String what) {
    Written.Scalar scalar = scalar(given, what);
    return symbols.stream()
        .filter(symbol -> symbol.equalsIgnoreCase(scalar.text()))
        .findFirst()
        .orElseThrow(
            () ->
                given
                    .place()
                    .refuse(
                        "%s is one of %s, got %s"
                            .formatted(what, String.join(", ", symbols), given.shown())));
  }

  private static boolean flag(Written given, String what) {
    return switch (scalar(given, what).text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw given.place().refuse("%s is true or false, got %s".formatted(what, given.shown()));
    };
  }

  private static Number number(
      JsonProperties rules,
      Written given,
      String what,
      Function<String, Number> parser,
      String kind) {
    Number value;
    try {
      value = parser.apply(scalar(given, what).text());
    } catch (NumberFormatException notOne) {
      throw given.place().refuse("%s needs %s, got %s".formatted(what, kind, given.shown()));
    }
    Range range = Range.of(rules);
    if (!range.contains(value.doubleValue())) {
      throw given
          .place()
          .refuse(
              "%s needs %s%s, got %s"
                  .formatted(what, kind, range.isUnbounded() ? "" : ", " + range, given.shown()));
    }
    return value;
  }

  private static Written.Scalar scalar(Written given, String what) {
    if (given instanceof Written.Scalar scalar && !scalar.isNothing()) {
      return scalar;
    }
    throw given.place().refuse("%s needs one value, got %s".formatted(what, given.shown()));
  }
}
