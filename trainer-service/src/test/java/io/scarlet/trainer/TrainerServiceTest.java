package io.scarlet.trainer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ChoiceCounts;
import io.scarlet.events.ControlAction;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.testing.KafkaStackResource;
import io.scarlet.testing.metrics.MetricsPage;
import io.scarlet.testing.metrics.ServedMetrics;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker with a real registry. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "trainer"))
@QuarkusTestResource(ScratchFilesResource.class)
class TrainerServiceTest {

  /** What a client of Kafka measures is looked for anew each minute. */
  private static final Duration METRICS_OF_CLIENTS = Duration.ofMinutes(3);

  @ConfigProperty(name = "test.broker")
  String bootstrapServers;

  @ConfigProperty(name = "test.registry")
  URI registry;

  @ConfigProperty(name = "scarlet.store.url")
  URI store;

  @ConfigProperty(name = "test.pictures")
  String pictures;

  @Inject KafkaClientService clients;

  private TrainingEvents events;

  @BeforeEach
  void openLog() {
    events = new TrainingEvents(bootstrapServers, registry, pictures);
  }

  @Test
  void aRequestBecomesStoredCheckpointsAndATrainingCurve() throws Exception {
    events.request(events.tiny("stored"));

    List<CheckpointPublished> checkpoints = checkpoints("stored", 2);
    List<TrainingProgressed> curve =
        events.read(
            TopicCatalogue.PROGRESS,
            TrainingProgressed.class,
            event -> event.getSearchId().equals("stored"),
            1);

    assertThat(checkpoints).extracting(CheckpointPublished::getLast).containsExactly(false, true);
    assertThat(checkpoints).extracting(CheckpointPublished::getEpoch).containsExactly(1, 2);
    assertThat(checkpoints.getLast().getFairness())
        .extracting(ChoiceCounts::getCounts)
        .containsExactly(List.of(10L, 10L), List.of(10L, 10L));
    assertThat(load(checkpoints.getLast()).facts()).containsEntry("search", "stored");
    assertThat(curve.getLast().getStep()).isEqualTo(curve.getLast().getSteps()).isEqualTo(10);
  }

  @Test
  void whatItTellsIsAcknowledgedByAllCopies() {
    assertThat(List.of("checkpoints", "progress"))
        .allSatisfy(
            channel ->
                assertThat(clients.getProducer(channel).configuration().get("acks"))
                    .isEqualTo("all"));
  }

  @Test
  void aTrainingGoesOnFromItsNewestCheckpointAsIfItHadNeverStopped() throws Exception {
    events.request(events.tiny("whole"));
    List<CheckpointPublished> whole = checkpoints("whole", 2);
    CheckpointPublished half = whole.getFirst();
    half.setSearchId("halved");
    events.publish(TopicCatalogue.CHECKPOINTS, "halved", half);
    events.request(events.tiny("halved"));

    List<CheckpointPublished> resumed = checkpoints("halved", 2);

    assertThat(resumed).extracting(CheckpointPublished::getStep).containsExactly(5L, 10L);
    SupernetCheckpoint end = load(resumed.getLast());
    load(whole.getLast())
        .tensors()
        .forEach((name, values) -> assertThat(end.tensors().get(name)).isEqualTo(values));
  }

  @Test
  void whatIsTrainedAlreadyIsNotTrainedAgain() {
    SearchRequested request = events.tiny("once");
    events.request(request);
    checkpoints("once", 2);

    events.request(request);
    events.request(events.tiny("after-once"));
    checkpoints("after-once", 2);

    assertThat(checkpoints("once", 2)).hasSize(2);
  }

  @Test
  void aRequestThatCannotBeTrainedFailsWithOneLineAndStopsNothing() {
    events.publish(TopicCatalogue.SEARCHES, "poison", "not avro".getBytes(UTF_8));
    SearchRequested lost = events.tiny("lost");
    lost.getData().setSet("/no/such/folder");
    events.request(lost);
    SearchRequested torn = events.tiny("torn");
    torn.setSpace("name: [");
    events.request(torn);
    SearchRequested table = events.tiny("table");
    table.setEvaluation(
        EvaluationSettings.newBuilder()
            .setSource(ScoreSource.TABLE)
            .setTable("any")
            .setLatency(TrainingEvents.NONE_MEASURED)
            .build());
    events.request(table);
    events.request(events.tiny("healthy"));

    assertThat(checkpoints("healthy", 2)).hasSize(2);
    assertThat(failures("lost"))
        .singleElement()
        .asString()
        .contains("there is no folder /no/such/folder");
    assertThat(failures("torn")).singleElement().asString().contains("line 1");
    assertThat(failures("table")).isEmpty();
  }

  @Test
  void aTrainingEndsWithItsSearchAndTheNextOneStarts() {
    SearchRequested endless = events.tiny("endless");
    endless.getTraining().setEpochs(1_000_000);
    endless.getTraining().setCheckpointEveryEpochs(0);
    events.request(endless);
    events.request(events.tiny("after-endless"));

    events.publish(
        TopicCatalogue.SEARCHES,
        "endless",
        new SearchControlled("endless", ControlAction.STOP, "seen enough"));

    assertThat(checkpoints("after-endless", 2)).hasSize(2);
    assertThat(checkpoints("endless", 0)).isEmpty();
  }

  @Test
  void checkpointsGoOnWithTheTraceOfTheirRequestAndProgressDoesNot() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    events.request(events.tiny("traced"), "00-" + trace + "-b7ad6b7169203331-01");

    assertThat(
            events.readWithHeaders(
                TopicCatalogue.CHECKPOINTS,
                CheckpointPublished.class,
                event -> event.getSearchId().equals("traced"),
                2))
        .hasSize(2)
        .allSatisfy(
            told ->
                assertThat(told.headers().lastHeader("traceparent").value())
                    .asString(UTF_8)
                    .startsWith("00-" + trace)
                    .doesNotContain("b7ad6b7169203331"));
    assertThat(
            events.readWithHeaders(
                TopicCatalogue.PROGRESS,
                TrainingProgressed.class,
                event -> event.getSearchId().equals("traced"),
                1))
        .allSatisfy(told -> assertThat(told.headers()).isEmpty());
  }

  @Test
  void healthAndMetricsTellOfTheWork() {
    events.request(events.tiny("observed"));
    checkpoints("observed", 2);

    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    assertThat(metrics())
        .contains("scarlet_trainer_trainings_total{outcome=\"complete\",training=\"supernet\",}")
        .doesNotContain("\"observed");
  }

  @Test
  void thePageOnMetricsSaysWhatIsServed() throws IOException {
    events.request(events.tiny("measured"));
    checkpoints("measured", 2);

    MetricsPage page = MetricsPage.read(Path.of("../docs"));

    await()
        .atMost(METRICS_OF_CLIENTS)
        .untilAsserted(
            () -> {
              ServedMetrics served = ServedMetrics.of(metrics());
              assertThat(served.rows("scarlet_")).isEqualTo(page.rows("scarlet_trainer_"));
              assertThat(served.missing(page, "jvm_", "kafka_consumer_")).isEmpty();
            });
  }

  private static String metrics() {
    return given()
        .accept("text/plain")
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private List<CheckpointPublished> checkpoints(String search, int count) {
    return events.read(
        TopicCatalogue.CHECKPOINTS,
        CheckpointPublished.class,
        event -> event.getSearchId().equals(search),
        count);
  }

  private List<String> failures(String search) {
    return events
        .read(
            TopicCatalogue.PROGRESS,
            SearchFailed.class,
            event -> event.getSearchId().equals(search),
            search.equals("table") ? 0 : 1)
        .stream()
        .map(SearchFailed::getReason)
        .toList();
  }

  private SupernetCheckpoint load(CheckpointPublished published) throws Exception {
    var reference = published.getArtifact();
    return SafetensorsFile.read(
        FileArtifactStore.at(store)
            .fetch(new Artifact(reference.getUri(), reference.getSha256(), reference.getSize())));
  }
}
