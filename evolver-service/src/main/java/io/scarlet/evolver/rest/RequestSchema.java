package io.scarlet.evolver.rest;

import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.JsonProperties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes what may be sent, from the schemas of the events that it becomes: a setting is in the
 * document as soon as it is in its schema.
 */
public final class RequestSchema implements OASFilter {

  /** Name of the schema of a request. */
  static final String REQUEST = "SearchRequest";

  /** Name of the schema of a control. */
  static final String CONTROL = "SearchControl";

  /** Derived, or given by the address. */
  private static final String ID = "searchId";

  /** Called by the framework. */
  public RequestSchema() {}

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .addSchema(
            REQUEST,
            object(SearchRequested.getClassSchema())
                .description("Everything that decides a search."))
        .addSchema(
            CONTROL,
            object(SearchControlled.getClassSchema()).description("What to do with a search."));
  }

  private static Schema object(org.apache.avro.Schema record) {
    Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT);
    object.setDescription(record.getDoc());
    object.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    for (org.apache.avro.Schema.Field field : record.getFields()) {
      if (!field.name().equals(ID)) {
        object.addProperty(field.name(), property(field));
        if (!field.hasDefaultValue() && type(field.schema()) != SchemaType.OBJECT) {
          object.addRequired(field.name());
        }
      }
    }
    return object;
  }

  private static Schema property(org.apache.avro.Schema.Field field) {
    Schema schema = value(field.schema(), field).description(field.doc());
    Optional<Object> usual =
        Fields.standard(field).<Object>map(text -> text).or(() -> defaultValue(field));
    usual.ifPresent(schema::setDefaultValue);
    return schema;
  }

  private static Optional<Object> defaultValue(org.apache.avro.Schema.Field field) {
    return switch (field.defaultVal()) {
      case Number number -> Optional.of(number);
      case Boolean flag -> Optional.of(flag);
      case String text -> Optional.of(text);
      case null, default -> Optional.empty();
    };
  }

  private static Schema value(org.apache.avro.Schema avro, JsonProperties rules) {
    if (Boolean.TRUE.equals(rules.getObjectProp("inline"))) {
      return OASFactory.createSchema();
    }
    return switch (avro.getType()) {
      case RECORD -> object(avro);
      case ARRAY -> list(avro.getElementType(), rules);
      case UNION -> value(given(avro), rules);
      case ENUM -> words(avro.getEnumSymbols());
      case STRING -> Fields.choices(rules).isEmpty() ? scalar(avro) : words(Fields.choices(rules));
      default -> bounded(scalar(avro), rules);
    };
  }

  private static Schema list(org.apache.avro.Schema items, JsonProperties rules) {
    Schema list = OASFactory.createSchema().addType(SchemaType.ARRAY).items(value(items, items));
    if (rules.getObjectProp("minItems") instanceof Number least) {
      list.setMinItems(least.intValue());
    }
    return list;
  }

  private static Schema words(List<String> words) {
    return scalar(org.apache.avro.Schema.create(org.apache.avro.Schema.Type.STRING))
        .enumeration(new ArrayList<>(words));
  }

  private static Schema scalar(org.apache.avro.Schema avro) {
    return OASFactory.createSchema().addType(type(avro));
  }

  private static Schema bounded(Schema schema, JsonProperties rules) {
    bound(rules, "minimum", schema::setMinimum);
    bound(rules, "maximum", schema::setMaximum);
    bound(rules, "exclusiveMinimum", schema::setExclusiveMinimum);
    bound(rules, "exclusiveMaximum", schema::setExclusiveMaximum);
    return schema;
  }

  private static void bound(JsonProperties rules, String name, Consumer<BigDecimal> schema) {
    if (rules.getObjectProp(name) instanceof Number number) {
      schema.accept(new BigDecimal(number.toString()));
    }
  }

  private static SchemaType type(org.apache.avro.Schema avro) {
    return switch (avro.getType()) {
      case RECORD -> SchemaType.OBJECT;
      case ARRAY -> SchemaType.ARRAY;
      case UNION -> type(given(avro));
      case INT, LONG -> SchemaType.INTEGER;
      case DOUBLE -> SchemaType.NUMBER;
      case BOOLEAN -> SchemaType.BOOLEAN;
      default -> SchemaType.STRING;
    };
  }

  private static org.apache.avro.Schema given(org.apache.avro.Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != org.apache.avro.Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }
}
