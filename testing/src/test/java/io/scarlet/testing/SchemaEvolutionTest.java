package io.scarlet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.scarlet.events.SearchFailed;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.kafka.ApicurioSerdes;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicPreparation;
import io.scarlet.schemas.kafka.TopicPreparationFailed;
import io.scarlet.schemas.kafka.WireFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A rolling upgrade: old and new services on one log. */
class SchemaEvolutionTest {

  private static final Schema OLD = SearchFailed.getClassSchema();

  private final KafkaStack stack = KafkaStack.shared();
  private final WireFormat format = new WireFormat(stack.registry());

  @Test
  void an_old_service_writes_and_reads_on_after_a_newer_schema_came() {
    String topic = "nas-upgrade";
    Schema newer = with("{\"name\": \"advice\", \"type\": \"string\", \"default\": \"\"}");
    prepare(topic, OLD);
    prepare(topic, newer);
    SearchFailed failed = new SearchFailed("s1", "trainer", "no data");

    try (Serializer<SearchFailed> old = format.serializer();
        Deserializer<SearchFailed> reader = format.deserializer();
        Serializer<GenericRecord> upgraded = new AvroKafkaSerializer<>()) {
      upgraded.configure(ApicurioSerdes.settings(format.registry()), false);
      GenericRecord advised =
          new GenericRecordBuilder(newer)
              .set("advice", "mount it")
              .set("searchId", "s1")
              .set("service", "trainer")
              .set("reason", "no data")
              .build();

      assertThat(reader.deserialize(topic, old.serialize(topic, failed))).isEqualTo(failed);
      assertThat(reader.deserialize(topic, upgraded.serialize(topic, advised))).isEqualTo(failed);
    }
  }

  @Test
  void an_incompatible_schema_is_refused() {
    prepare("nas-refusal", OLD);

    assertThatThrownBy(
            () -> prepare("nas-refusal", with("{\"name\": \"code\", \"type\": \"int\"}")))
        .isInstanceOf(TopicPreparationFailed.class)
        .hasMessageContaining("409");
  }

  /** The current schema with a field in front, where it moves all others. */
  private static Schema with(String field) {
    String json = OLD.toString().replaceFirst("\"fields\":\\[", "\"fields\":[" + field + ",");
    return new Schema.Parser().parse(json);
  }

  private void prepare(String topic, Schema schema) {
    try (Admin admin = stack.admin()) {
      new TopicPreparation(admin, RegistryConnection.to(stack.registry()))
          .prepare(List.of(new Topic(topic, Topic.Key.SEARCH_ID, 1, List.of(schema))));
    }
  }
}
