package io.scarlet.evolver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.ControlAction;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchDeleted;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaStackResource;
import io.scarlet.testing.MalformedRecords;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whoever may write to the topics that the evolver reads cannot stop it by what it writes. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class MalformedRecordsTest {

  private static final int RECORDS = 7_500;
  private static final String NOBODY = "nobody";

  @ConfigProperty(name = "test.broker")
  private String servers;

  @ConfigProperty(name = "test.registry")
  private String registry;

  @Test
  void thousands_of_them_on_every_topic_change_nothing_in_a_running_search() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    List<String> undisturbed = codes("calm", 0);
    long letters = deadLetters();

    List<String> disturbed = codes("stormy", RECORDS);

    assertThat(disturbed).hasSize(40).isEqualTo(undisturbed);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(deadLetters() - letters)
                    .as("what is sound again by chance, and absurd, is told as a failed search")
                    .isGreaterThan(RECORDS * 9 / 10));
    given().get("/q/health").then().statusCode(200);
  }

  /** What a search proposes in all that is bothered while its first candidates are open. */
  private List<String> codes(String name, int malformed) {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      String id = submitted(name);
      await().untilAsserted(() -> assertThat(search(id, "outstanding")).isEqualTo("10"));
      bother(id, malformed);
      evaluator.play(id, generations -> generations.getLast().getLast());
      await().untilAsserted(() -> assertThat(search(id, "phase")).isEqualTo("ENDED"));
      return given().get("/searches/" + id + "/candidates").jsonPath().getList("code");
    }
  }

  private void bother(String search, int malformed) {
    MalformedRecords records = new MalformedRecords(7, sound());
    List<Topic> topics =
        List.of(TopicCatalogue.SEARCHES, TopicCatalogue.SCORES, TopicCatalogue.CHECKPOINTS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker().with(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < malformed; i++) {
        byte[] key = i % 3 == 0 ? records.next() : search.getBytes(StandardCharsets.UTF_8);
        var _ =
            producer.send(
                new ProducerRecord<>(
                    topics.get(i % topics.size()).name(),
                    i % 30 == 0 ? null : key,
                    records.next()));
      }
    }
  }

  /** Of a search that does not exist. */
  private List<byte[]> sound() {
    List<SpecificRecord> events =
        List.of(
            new SearchControlled(NOBODY, ControlAction.STOP, "no reason"),
            new SearchDeleted(NOBODY),
            Events.checkpoint(NOBODY, true),
            CandidateScored.newBuilder()
                .setCandidateId(NOBODY + "-g000-s00")
                .setSearchId(NOBODY)
                .setStatus(ScoreStatus.SCORED)
                .setAccuracy(0.5)
                .setCheckpointSha256("")
                .setMilliseconds(1)
                .setEvaluatorId(NOBODY)
                .build());
    try (Serializer<SpecificRecord> serializer =
        new WireFormat(URI.create(registry)).serializer()) {
      return events.stream().map(event -> serializer.serialize(topic(event), event)).toList();
    }
  }

  private static String topic(SpecificRecord event) {
    return TopicCatalogue.all().stream()
        .filter(topic -> topic.values().contains(event.getSchema()))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private KafkaConnection broker() {
    return KafkaConnection.to(servers);
  }

  /** How many there are, the marks of their transactions left out. */
  private long deadLetters() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        broker().reader(new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      String topic = TopicCatalogue.SCORES_DLQ.name();
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long count = 0;
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        count += consumer.poll(Duration.ofMillis(200)).count();
      }
      return count;
    }
  }

  private static String search(String id, String field) {
    return given().get("/searches/" + id).jsonPath().getString(field);
  }

  private static String submitted(String name) {
    String request =
        """
        {"name": "%s", "seed": 17, "space": "nas-bench-macro",
         "evaluation": {"source": "TABLE", "table": "nas-bench-macro-cifar10"},
         "evolution": {"strategy": "NSGA2", "evaluations": 40, "population": 10}}
        """
            .formatted(name);
    return given()
        .contentType(ContentType.JSON)
        .body(request)
        .post("/searches")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }
}
