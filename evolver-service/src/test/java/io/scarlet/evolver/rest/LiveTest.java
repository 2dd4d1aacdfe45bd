package io.scarlet.evolver.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.scarlet.evolver.TableEvaluator;
import io.scarlet.testing.KafkaStackResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search as those see it who look on while it runs. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class LiveTest {

  private static final long MOST_MACS = 50_000_000;

  private static final String REQUEST =
      """
      {"name": "watched", "seed": 29, "space": "nas-bench-macro",
       "evaluation": {"source": "TABLE", "table": "nas-bench-macro-cifar10"},
       "evolution": {"strategy": "NSGA2", "evaluations": 30, "population": 10,
        "constraints": [{"name": "macs", "atMost": 50000000}]}}
      """;

  @ConfigProperty(name = "test.broker")
  private String servers;

  @ConfigProperty(name = "test.registry")
  private String registry;

  @TestHTTPResource("/")
  private URI service;

  @BeforeEach
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void a_search_is_followed_by_events_and_read_in_parts() throws Exception {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      String search = "/searches/" + submit();
      await().untilAsserted(() -> given().get(search).then().body("outstanding", equalTo(10)));

      given().get(search).then().body("settled", equalTo(0));
      given()
          .get(search + "/candidates?from=4")
          .then()
          .body("phase", everyItem(equalTo("OPEN")))
          .body("feasible", everyItem(nullValue()))
          .body("slot", equalTo(List.of(4, 5, 6, 7, 8, 9)));
      evaluator.play(search.substring(10), generations -> generations.getLast().getLast());

      await().untilAsserted(() -> given().get(search).then().body("phase", equalTo("ENDED")));
      assertThat(firstEvent(search))
          .anyMatch(line -> line.matches("id: ?3[0-9]\\.0"))
          .anyMatch(line -> line.contains("\"phase\":\"ENDED\""));
      assertRead(search);
    }
  }

  private static void assertRead(String search) {
    List<String> all = given().get(search + "/candidates").jsonPath().getList("id");
    List<String> some =
        given().get(search + "/candidates?from=12&limit=7").jsonPath().getList("id");
    assertThat(some).isEqualTo(all.subList(12, 19));
    List<Boolean> feasible =
        given().get(search + "/candidates").jsonPath().getList("feasible", Boolean.class);
    assertThat(feasible)
        .contains(true, false)
        .isEqualTo(
            given().get(search + "/candidates").jsonPath().getList("macs", Long.class).stream()
                .map(macs -> macs <= MOST_MACS)
                .toList());
    given().get(search + "/front").then().body("feasible", everyItem(equalTo(true)));
    given().get(search + "/candidates?from=99").then().body("", hasSize(0));
    given()
        .get(search + "/candidates?limit=0")
        .then()
        .statusCode(400)
        .body("detail", equalTo("'limit' is at least 1, got 0"));
    given()
        .get(search + "/generations?from=1")
        .then()
        .body("generation", equalTo(List.of(1, 2)))
        .body("leading", everyItem(hasSize(8)));
    given()
        .get(search + "/space")
        .then()
        .body("name", equalTo("nas-bench-macro"))
        .body("layers.choices", everyItem(hasSize(3)))
        .body("size", equalTo("6561"));
    given()
        .get(search + "/evaluators")
        .then()
        .body("", hasSize(1))
        .body("[0].outcomes", equalTo(30))
        .body("[0].failures", equalTo(0));
    given().get(search + "/training").then().body("reports", hasSize(0)).body("counts", hasSize(0));
    given()
        .get(search + "/finalists/00000000/model")
        .then()
        .statusCode(404)
        .body("detail", containsString("no finalist '00000000'"));
    given()
        .get(search + "/finalists/00000000/model?format=pickle")
        .then()
        .statusCode(400)
        .body("detail", equalTo("'format' is onnx or safetensors, got 'pickle'"));
  }

  @Test
  void there_are_no_events_of_a_search_that_is_not_there() {
    given().get("/searches/nobody/events").then().statusCode(404);
  }

  @Test
  void the_page_lets_in_nothing_but_its_own_files() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Cache-Control", is("no-cache"));
    given().get("/_static/echarts/dist/echarts.esm.min.js").then().statusCode(200);
  }

  /** The lines of the first event that a client gets. */
  private List<String> firstEvent(String search) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(service.resolve(search + "/events")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        List<String> event = lines.takeWhile(line -> !line.isBlank()).toList();
        client.shutdownNow();
        return event;
      }
    }
  }

  private static String submit() {
    return given()
        .contentType(ContentType.JSON)
        .body(REQUEST)
        .post("/searches")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }
}
