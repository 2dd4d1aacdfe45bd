package io.scarlet.evolver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.testing.KafkaStackResource;
import io.scarlet.testing.metrics.MetricsPage;
import io.scarlet.testing.metrics.ServedMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it runs, on a real broker with a real registry. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class EvolverServiceTest {

  /** What a client of Kafka measures is looked for anew each minute. */
  private static final Duration METRICS_OF_CLIENTS = Duration.ofMinutes(3);

  @ConfigProperty(name = "test.broker")
  private String servers;

  @ConfigProperty(name = "test.registry")
  private String registry;

  @BeforeEach
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void a_search_ends_with_its_budget_spent_and_does_not_depend_on_the_order_of_the_scores() {
    List<GenerationCompleted> inOrder = run("in-order", 1);
    List<GenerationCompleted> shuffled = run("shuffled", 2);

    GenerationCompleted last = inOrder.getLast();
    assertThat(last.getLast()).isTrue();
    assertThat(last.getReason()).isEqualTo("budget spent");
    assertThat(last.getEvaluations()).isEqualTo(400);
    assertThat(codes(inOrder)).hasSize(400).doesNotHaveDuplicates();
    assertThat(codes(shuffled)).isEqualTo(codes(inOrder));
    assertThat(shuffled)
        .extracting(GenerationCompleted::getHypervolume)
        .isEqualTo(inOrder.stream().map(GenerationCompleted::getHypervolume).toList());

    given()
        .get("/searches/in-order")
        .then()
        .statusCode(200)
        .body("phase", equalTo("ENDED"))
        .body("reason", equalTo("budget spent"))
        .body("evaluations", equalTo(400));
    given()
        .get("/searches/in-order/front")
        .then()
        .statusCode(200)
        .body("code", equalTo(last.getFront().stream().map(Member::getCode).toList()));
    given().get("/searches").then().statusCode(200).body("searches.id", hasItem("shuffled"));
  }

  @Test
  void the_page_on_metrics_says_what_is_served() throws IOException {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      evaluator.request(Events.tableSearch("measured", 400, 40));
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(metrics()).contains("search=\"measured\""));

    MetricsPage page = MetricsPage.read(Path.of("../docs"));

    await()
        .atMost(METRICS_OF_CLIENTS)
        .untilAsserted(
            () -> {
              ServedMetrics served = ServedMetrics.of(metrics());
              assertThat(served.rows("scarlet_")).isEqualTo(page.rows("scarlet_evolver_"));
              assertThat(served.missing(page, "jvm_", "kafka_consumer_", "http_")).isEmpty();
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

  private List<GenerationCompleted> run(String searchId, long order) {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, order)) {
      return evaluator.run(Events.tableSearch(searchId, 400, 40));
    }
  }

  private static List<String> codes(List<GenerationCompleted> generations) {
    return generations.stream()
        .flatMap(generation -> generation.getEvaluated().stream())
        .map(Member::getCode)
        .toList();
  }
}
