package io.scarlet.evolver.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.scarlet.evolver.TableEvaluator;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import io.scarlet.testing.KafkaStackResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that leave others, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class ForksTest {

  private static final String PARENT =
      """
      {"name": "parent", "seed": 23, "space": "nas-bench-macro",
       "evaluation": {"source": "TABLE", "table": "nas-bench-macro-cifar10"},
       "evolution": {"strategy": "NSGA2", "evaluations": 40, "population": 10}}
      """;

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
  void a_fork_shares_generations_goes_on_otherwise_and_replays_from_its_own_log()
      throws IOException {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      String parent = id(posted("/searches", PARENT).statusCode(202));
      evaluator.play(parent, generations -> generations.getLast().getLast());
      String forks = "/searches/" + parent + "/forks";
      String wish = "{\"generation\": 2, \"seed\": 5, \"evolution\": {\"evaluations\": 60}}";

      String fork = id(posted(forks, wish).statusCode(202));
      evaluator.play(fork, generations -> generations.getLast().getLast());

      await().untilAsserted(() -> posted(forks, wish).statusCode(200).body("id", equalTo(fork)));
      List<String> before = codes(parent);
      List<String> after = codes(fork);
      assertThat(after.subList(0, 20)).isEqualTo(before.subList(0, 20));
      assertThat(after.subList(20, 60)).isNotEqualTo(before.subList(20, 40)).hasSize(40);
      given().get("/searches/" + fork).then().body("parent", equalTo(parent));
      assertReplays(fork);
      refused(forks, "{\"generation\": 9}", "leaves it at generation 1 to 4, got 9");
      refused(forks, "{\"generation\": 2, \"training\": {}}", "a fork takes 'training' from");
      refused(forks, "{\"generation\": 4}", "raise evolution.evaluations");
      refused(forks, "{}", "a fork needs 'generation'");
      refused(forks, "{\"generation\": \"x\"}", "'generation' needs a whole number");
    }
  }

  private void assertReplays(String fork) throws IOException {
    byte[] file = given().get("/searches/" + fork + "/log").asByteArray();
    ReplayReport replay = Replay.of(LogFile.read(Files.write(folder.resolve("log.avro"), file)));
    assertThat(replay.difference()).isEmpty();
    assertThat(replay.complete()).isTrue();
    assertThat(replay.candidates()).isEqualTo(40);
  }

  private static void refused(String path, String body, String detail) {
    posted(path, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  private static List<String> codes(String id) {
    return given().get("/searches/" + id + "/candidates").jsonPath().getList("code");
  }

  private static String id(ValidatableResponse answer) {
    return answer.extract().path("id");
  }

  private static ValidatableResponse posted(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
