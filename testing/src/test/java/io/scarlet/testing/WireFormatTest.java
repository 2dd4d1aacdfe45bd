package io.scarlet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchFailed;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Our records on a real broker with a real registry. */
class WireFormatTest {

  private static final SearchControlled PAUSE = new SearchControlled("s1", ControlAction.PAUSE, "");

  private final KafkaStack stack = KafkaStack.shared();
  private final WireFormat format = new WireFormat(stack.registry());

  @Test
  void a_record_comes_back_from_the_broker_as_it_was() throws Exception {
    TopicPartition partition = new TopicPartition(TopicCatalogue.SEARCHES.name(), 3);
    Map<String, Object> client = Map.of("bootstrap.servers", stack.bootstrapServers());
    long offset;
    try (var producer =
        new KafkaProducer<String, SearchControlled>(
            client, new StringSerializer(), format.serializer())) {
      offset =
          producer
              .send(new ProducerRecord<>(partition.topic(), partition.partition(), "s1", PAUSE))
              .get()
              .offset();
    }
    try (var consumer =
        new KafkaConsumer<String, SpecificRecord>(
            client, new StringDeserializer(), format.deserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, offset);
      ConsumerRecord<String, SpecificRecord> read =
          consumer.poll(Duration.ofSeconds(20)).records(partition).getFirst();
      assertThat(read.key()).isEqualTo("s1");
      assertThat(read.value()).isEqualTo(PAUSE);
      assertThat(read.headers()).isEmpty();
    }
  }

  @Test
  void a_value_is_a_zero_byte_then_the_schema_id_that_the_confluent_api_knows() throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(written(TopicCatalogue.SEARCHES.name(), PAUSE));

    assertThat(bytes.get()).isZero();
    assertThat(get("/schemas/ids/" + bytes.getInt())).contains("SearchControlled");
  }

  @Test
  void every_record_of_every_topic_has_its_subject_under_full_transitive_compatibility()
      throws Exception {
    String subjects = get("/subjects");
    for (Topic topic : TopicCatalogue.all()) {
      for (var schema : topic.values()) {
        String subject = topic.name() + "-" + schema.getFullName();
        assertThat(subjects).contains("\"" + subject + "\"");
        assertThat(get("/config/" + subject)).contains("FULL_TRANSITIVE");
      }
    }
  }

  @Test
  void a_record_that_does_not_belong_on_a_topic_is_refused() {
    SearchFailed stray = new SearchFailed("s1", "trainer", "no data");

    assertThatThrownBy(() -> written(TopicCatalogue.SCORES.name(), stray))
        .hasStackTraceContaining("nas-scores-io.scarlet.events.SearchFailed");
  }

  private <T extends SpecificRecord> byte[] written(String topic, T value) {
    try (Serializer<T> serializer = format.serializer()) {
      byte[] bytes = serializer.serialize(topic, value);
      try (Deserializer<T> deserializer = format.deserializer()) {
        assertThat(deserializer.deserialize(topic, bytes)).isEqualTo(value);
      }
      return bytes;
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(stack.registry().resolve("/apis/ccompat/v7" + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
