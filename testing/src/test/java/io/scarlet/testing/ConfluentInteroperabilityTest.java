package io.scarlet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/**
 * Confluent's own client against our registry and our bytes. Flink carries that client under a name
 * of its own, which Maven Central serves.
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
  private final WireFormat format = new WireFormat(stack.registry());
  private final CachedSchemaRegistryClient confluent =
      new CachedSchemaRegistryClient(stack.registry() + "/apis/ccompat/v7", 10);

  @Test
  void the_confluent_client_reads_what_we_write() throws Exception {
    ByteBuffer bytes;
    try (Serializer<CandidateScored> serializer = format.serializer()) {
      bytes = ByteBuffer.wrap(serializer.serialize(TOPIC, SCORE));
    }

    assertThat(bytes.get()).isZero();
    String written = confluent.getSchemaById(bytes.getInt()).canonicalString();
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(new Schema.Parser().parse(written))
            .read(null, DecoderFactory.get().binaryDecoder(remaining(bytes), null));
    assertThat(read.get("candidateId")).hasToString("s1-g000-s00");
    assertThat(read.get("accuracy")).isEqualTo(0.5);
  }

  @Test
  void we_read_what_the_confluent_client_writes() throws Exception {
    AvroSchema schema = new AvroSchema(CandidateScored.getClassSchema().toString());
    int id = confluent.getId(WireFormat.subject(TOPIC, schema.name()), schema);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<>(CandidateScored.class).write(SCORE, encoder);
    encoder.flush();

    try (Deserializer<CandidateScored> deserializer = format.deserializer()) {
      assertThat(deserializer.deserialize(TOPIC, bytes.toByteArray())).isEqualTo(SCORE);
    }
  }

  @Test
  void the_confluent_client_knows_every_event_by_its_topic_and_name() throws Exception {
    for (Topic topic : TopicCatalogue.all()) {
      for (Schema schema : topic.values()) {
        String subject = topic.name() + "-" + schema.getFullName();
        AvroSchema known = new AvroSchema(schema.toString());
        SchemaMetadata newest = confluent.getLatestSchemaMetadata(subject);

        String registered = confluent.getSchemaById(newest.getId()).canonicalString();
        assertThat(new Schema.Parser().parse(registered)).isEqualTo(schema);
        assertThat(confluent.getId(subject, known)).as(subject).isEqualTo(newest.getId());
        assertThat(confluent.testCompatibility(subject, known)).as(subject).isTrue();
      }
    }
  }

  private static byte[] remaining(ByteBuffer buffer) {
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return rest;
  }
}
