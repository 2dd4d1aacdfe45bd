package io.scarlet.evolver.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.evolver.TableEvaluator;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import io.scarlet.testing.KafkaStackResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches over HTTP, on the service as it runs. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class SearchesTest {

  private static final int EVALUATIONS = 40;
  private static final int GENERATION = 10;

  @ConfigProperty(name = "test.broker")
  private String servers;

  @ConfigProperty(name = "test.registry")
  private String registry;

  @TempDir private Path folder;

  @BeforeEach
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void a_request_is_accepted_once_runs_to_its_end_and_is_there_to_be_looked_at()
      throws IOException {
    String id;
    List<GenerationCompleted> generations;
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      id = submit("whole", 1);
      awaitPhase(id, "RUNNING");
      submitted("whole", 1)
          .statusCode(200)
          .body("id", equalTo(id))
          .header("Location", endsWith("/searches/" + id));
      generations = evaluator.play(id, all -> all.getLast().getLast());
    }

    GenerationCompleted last = generations.getLast();
    awaitPhase(id, "ENDED")
        .body("name", equalTo("whole"))
        .body("reason", equalTo("budget spent"))
        .body("evaluations", equalTo(EVALUATIONS))
        .body("budget", equalTo(EVALUATIONS))
        .body("outstanding", equalTo(0))
        .body("generations", equalTo(generations.size()))
        .body("front", equalTo(last.getFront().size()))
        .body("training", equalTo(null));
    given()
        .get("/searches/" + id + "/generations")
        .then()
        .statusCode(200)
        .body("generation", equalTo(List.of(0, 1, 2, 3)))
        .body("candidates", everyItem(equalTo(GENERATION)))
        .body("[3].evaluations", equalTo(EVALUATIONS))
        .body("front", equalTo(generations.stream().map(each -> each.getFront().size()).toList()));
    given()
        .get("/searches/" + id + "/candidates")
        .then()
        .statusCode(200)
        .body("code", equalTo(codes(generations)))
        .body("phase", everyItem(equalTo("SCORED")));
    given().get("/searches/" + id + "/failures").then().statusCode(200).body("", hasSize(0));
    assertLineage(id, generations);
    assertReplays(id);
  }

  private static void assertLineage(String id, List<GenerationCompleted> generations) {
    Member child =
        generations.stream()
            .flatMap(generation -> generation.getEvaluated().stream())
            .filter(member -> !member.getParents().isEmpty())
            .reduce((_, later) -> later)
            .orElseThrow();

    given()
        .get("/searches/" + id + "/candidates/" + child.getCandidateId())
        .then()
        .statusCode(200)
        .body("candidate.code", equalTo(child.getCode()))
        .body("candidate.origin", equalTo(child.getOrigin().name()))
        .body("candidate.parents", equalTo(child.getParents()))
        .body("ancestors.id", hasItem(child.getParents().getFirst()))
        .body("ancestors.id", not(hasItem(child.getCandidateId())));
  }

  private void assertReplays(String id) throws IOException {
    byte[] file =
        given().get("/searches/" + id + "/log").then().statusCode(200).extract().asByteArray();

    RecordedLog log = LogFile.read(Files.write(folder.resolve("log.avro"), file));

    ReplayReport replay = Replay.of(log);
    assertThat(replay.complete()).isTrue();
    assertThat(replay.difference()).isEmpty();
    assertThat(replay.candidates()).isEqualTo(EVALUATIONS);
  }

  @Test
  void a_search_is_paused_resumed_and_stopped() {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      String id = submit("steered", 2);
      awaitPhase(id, "RUNNING").body("outstanding", equalTo(GENERATION));

      control(id, "pause", "lunch").statusCode(202).header("Location", endsWith("/searches/" + id));
      awaitPhase(id, "PAUSED").body("reason", equalTo("lunch"));
      evaluator.play(id, generations -> generations.size() == 1);
      awaitPhase(id, "PAUSED").body("outstanding", equalTo(0)).body("generations", equalTo(1));

      control(id, "resume", "").statusCode(202);
      awaitPhase(id, "RUNNING").body("outstanding", equalTo(GENERATION));

      control(id, "stop", "seen enough").statusCode(202);
      awaitPhase(id, "ENDED")
          .body("reason", equalTo("stopped: seen enough"))
          .body("evaluations", equalTo(GENERATION));
      assertProblem(control(id, "resume", ""), 409, "has ended: stopped: seen enough");
    }
  }

  @Test
  void a_search_whose_time_is_over_is_stopped_by_an_event() {
    String id = submit("hurried", 4, Map.of("seconds", 1));

    awaitPhase(id, "ENDED").body("reason", equalTo("stopped: time is over after 1 s"));
  }

  @Test
  void a_deleted_search_is_stopped_and_hidden_and_its_id_stays_taken() {
    String id = submit("unwanted", 3);
    awaitPhase(id, "RUNNING");

    given().delete("/searches/" + id).then().statusCode(202).body("id", equalTo(id));

    await()
        .untilAsserted(
            () -> assertProblem(given().get("/searches/" + id).then(), 404, "was deleted"));
    given().get("/searches").then().statusCode(200).body("searches.id", not(hasItem(id)));
    assertProblem(submitted("unwanted", 3), 409, "another name or seed makes another search");
    assertProblem(given().delete("/searches/" + id).then(), 404, "was deleted");
  }

  private static String submit(String name, long seed) {
    return submit(name, seed, Map.of());
  }

  private static String submit(String name, long seed, Map<String, Object> limits) {
    ValidatableResponse answer = submitted(name, seed, limits).statusCode(202);
    String id = answer.extract().path("id");
    assertThat(id).startsWith(name + "-");
    answer.header("Location", endsWith("/searches/" + id));
    return id;
  }

  private static ValidatableResponse submitted(String name, long seed) {
    return submitted(name, seed, Map.of());
  }

  private static ValidatableResponse submitted(String name, long seed, Map<String, Object> limits) {
    Map<String, Object> evolution = new HashMap<>(limits);
    evolution.put("strategy", "NSGA2");
    evolution.put("evaluations", EVALUATIONS);
    evolution.put("population", GENERATION);
    Map<String, Object> request = new HashMap<>();
    request.put("name", name);
    request.put("seed", seed);
    request.put("space", "nas-bench-macro");
    request.put("evaluation", Map.of("source", "TABLE", "table", "nas-bench-macro-cifar10"));
    request.put("evolution", evolution);
    return given().contentType(ContentType.JSON).body(request).post("/searches").then();
  }

  private static ValidatableResponse control(String id, String action, String reason) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("action", action, "reason", reason))
        .post("/searches/" + id + "/controls")
        .then();
  }

  private static ValidatableResponse awaitPhase(String id, String phase) {
    await()
        .untilAsserted(
            () ->
                given()
                    .get("/searches/" + id)
                    .then()
                    .statusCode(200)
                    .body("phase", equalTo(phase)));
    return given().get("/searches/" + id).then();
  }

  private static void assertProblem(ValidatableResponse answer, int status, String detail) {
    answer
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("detail", containsString(detail));
  }

  private static List<String> codes(List<GenerationCompleted> generations) {
    return generations.stream()
        .flatMap(generation -> generation.getEvaluated().stream())
        .map(Member::getCode)
        .toList();
  }
}
