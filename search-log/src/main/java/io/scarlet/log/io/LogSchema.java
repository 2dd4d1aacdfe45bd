package io.scarlet.log.io;

import io.scarlet.events.SearchRequested;
import io.scarlet.log.LoggedEvent;
import io.scarlet.schemas.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** An event with where it lay, as the file has it: one record around the events of all topics. */
final class LogSchema {

  /** Makes events of the classes that are here, whatever loader Avro has. */
  static final SpecificData EVENTS = new SpecificData(SearchRequested.class.getClassLoader());

  static final Schema SCHEMA = schema();

  private LogSchema() {}

  static GenericRecord written(LoggedEvent logged) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("topic", logged.topic());
    record.put("partition", logged.partition());
    record.put("offset", logged.offset());
    record.put("timestamp", logged.timestamp());
    record.put("key", logged.key());
    record.put("fact", logged.fact().isPresent() ? logged.fact().getAsInt() : null);
    record.put("event", logged.event());
    return record;
  }

  static LoggedEvent read(GenericRecord record) {
    return new LoggedEvent(
        (String) record.get("topic"),
        (Integer) record.get("partition"),
        (Long) record.get("offset"),
        (Long) record.get("timestamp"),
        (String) record.get("key"),
        record.get("fact") instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty(),
        (SpecificRecord) record.get("event"));
  }

  /** The schemas of the events in a file, by their full names. */
  static Map<String, Schema> events(Schema envelope) {
    return envelope.getField("event").schema().getTypes().stream()
        .collect(Collectors.toMap(Schema::getFullName, event -> event));
  }

  private static Schema schema() {
    Schema text = Schema.create(Schema.Type.STRING);
    GenericData.setStringType(text, GenericData.StringType.String);
    List<Schema> events =
        TopicCatalogue.all().stream().flatMap(topic -> topic.values().stream()).distinct().toList();
    return SchemaBuilder.record("RecordedEvent")
        .namespace("io.scarlet.events")
        .doc("An event of a search with where it lay on the log.")
        .fields()
        .name("topic")
        .doc("that it lay on")
        .type(text)
        .noDefault()
        .name("partition")
        .doc("of the topic")
        .type()
        .intType()
        .noDefault()
        .name("offset")
        .doc("within the partition")
        .type()
        .longType()
        .noDefault()
        .name("timestamp")
        .doc("milliseconds since 1970; decides nothing")
        .type()
        .longType()
        .noDefault()
        .name("key")
        .doc("of the record; empty where it had none")
        .type(text)
        .noDefault()
        .name("fact")
        .doc("number among the facts that counted, from 0; null for all else")
        .type()
        .unionOf()
        .nullType()
        .and()
        .intType()
        .endUnion()
        .nullDefault()
        .name("event")
        .doc("the value")
        .type(Schema.createUnion(events))
        .noDefault()
        .endRecord();
  }
}
