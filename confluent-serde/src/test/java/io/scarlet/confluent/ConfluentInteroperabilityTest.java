package io.scarlet.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.ApicurioSerdes;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.RegistrySerdes;
import io.scarlet.testing.KafkaStack;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/**
 * Confluent's client, set as {@code docs/architecture.md} tells its users, reads what a usual build
 * writes, and the other way round.
 */
class ConfluentInteroperabilityTest {

  private static final String TOPIC = TopicCatalogue.SCORES.name();
  private static final CandidateScored SCORE =
      CandidateScored.newBuilder()
          .setCandidateId("s1-g000-s00")
          .setSearchId("s1")
          .setStatus(ScoreStatus.SCORED)
          .setAccuracy(0.5)
          .setMilliseconds(7)
          .setEvaluatorId("e1")
          .build();

  private final KafkaStack stack = KafkaStack.shared();
  private final RegistryConnection registry = RegistryConnection.to(stack.registry());
  private final RegistrySerdes apicurio = new ApicurioSerdes();
  private final Map<String, String> settings =
      Map.of(
          "schema.registry.url",
          stack.registry() + "/apis/ccompat/v7",
          "value.subject.name.strategy",
          "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy",
          "auto.register.schemas",
          "false");

  @Test
  void the_confluent_deserializer_reads_what_we_write() {
    try (Serializer<CandidateScored> ours = apicurio.serializer(registry);
        Deserializer<Object> theirs = deserializer(Map.of())) {
      GenericRecord read = (GenericRecord) theirs.deserialize(TOPIC, ours.serialize(TOPIC, SCORE));

      assertThat(read.getSchema()).isEqualTo(CandidateScored.getClassSchema());
      assertThat(read.get("candidateId")).hasToString("s1-g000-s00");
      assertThat(read.get("accuracy")).isEqualTo(0.5);
    }
  }

  @Test
  void with_our_classes_it_reads_them_as_they_were() {
    try (Serializer<CandidateScored> ours = apicurio.serializer(registry);
        Deserializer<Object> theirs = deserializer(Map.of("specific.avro.reader", "true"))) {
      assertThat(theirs.deserialize(TOPIC, ours.serialize(TOPIC, SCORE))).isEqualTo(SCORE);
    }
  }

  @Test
  void the_confluent_serializer_writes_the_bytes_that_we_write() {
    try (Serializer<CandidateScored> ours = apicurio.serializer(registry);
        Deserializer<CandidateScored> reader = apicurio.deserializer(registry);
        Serializer<Object> theirs = new KafkaAvroSerializer()) {
      theirs.configure(settings, false);
      byte[] written = theirs.serialize(TOPIC, SCORE);

      assertThat(written).isEqualTo(ours.serialize(TOPIC, SCORE));
      assertThat(reader.deserialize(TOPIC, written)).isEqualTo(SCORE);
    }
  }

  @Test
  void the_confluent_client_knows_every_event_by_its_topic_and_name() throws Exception {
    try (SchemaRegistryClient client =
        new CachedSchemaRegistryClient(settings.get("schema.registry.url"), 100)) {
      for (Topic topic : TopicCatalogue.all()) {
        for (Schema schema : topic.values()) {
          String subject = topic.name() + "-" + schema.getFullName();
          AvroSchema known = new AvroSchema(schema);
          int newest = client.getLatestSchemaMetadata(subject).getId();

          assertThat(client.getSchemaById(newest).rawSchema()).isEqualTo(schema);
          assertThat(client.getId(subject, known)).as(subject).isEqualTo(newest);
          assertThat(client.testCompatibility(subject, known)).as(subject).isTrue();
        }
      }
    }
  }

  private Deserializer<Object> deserializer(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    Deserializer<Object> deserializer = new KafkaAvroDeserializer();
    deserializer.configure(all, false);
    return deserializer;
  }
}
