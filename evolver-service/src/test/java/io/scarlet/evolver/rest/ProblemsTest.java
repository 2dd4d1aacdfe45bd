package io.scarlet.evolver.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.scarlet.evolver.TableEvaluator;
import io.scarlet.testing.KafkaStackResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be answered is a problem as RFC 9457 has it, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class ProblemsTest {

  /** Requests that are wrong in one way or another; {@code |} parts method, path, type and body. */
  private static final List<String> MALFORMED =
      List.of(
          "POST | /searches | application/json | ",
          "POST | /searches | application/json | {",
          "POST | /searches | application/json | [1, 2]",
          "POST | /searches | application/json | {\"name\": 1}",
          "POST | /searches | application/json | {\"name\": \"a\", \"space\": \"/etc/passwd\"}",
          "POST | /searches | text/plain | name: a",
          "PUT | /searches | application/json | {}",
          "DELETE | /searches | application/json | {}",
          "GET | /searches/nobody | application/json | ",
          "DELETE | /searches/nobody | application/json | ",
          "POST | /searches/nobody/controls | application/json | {\"action\": \"stop\"}",
          "POST | /searches/ID/controls | application/json | {\"action\": \"stopp\"}",
          "POST | /searches/ID/controls | application/json | {\"action\": [\"stop\"]}",
          "POST | /searches/ID/controls | application/json | {\"reason\": \"stop\"}",
          "POST | /searches/ID/controls | application/json | stop",
          "POST | /searches/ID/controls | application/xml | <action>stop</action>",
          "GET | /searches/ID/controls | application/json | ",
          "GET | /searches/ID/candidates/ID-g000-s99 | application/json | ",
          "GET | /searches/%00 | application/json | ",
          "GET | /search | application/json | ");

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          GET    | /searches/nobody          | application/json |                                        | 404 | there is no search 'nobody'
          GET    | /searches/nobody/front    | application/json |                                        | 404 | there is no search 'nobody'
          GET    | /nowhere                  | application/json |                                        | 404 | there is nothing at this path
          GET    | /searches/a/b/c           | application/json |                                        | 404 | there is nothing at this path
          PATCH  | /searches                 | application/json | {}                                     | 405 | this path has no such method
          POST   | /searches                 | text/plain       | name                                   | 415 | send application/json or application/yaml
          POST   | /searches                 | application/json |                                        | 400 | the body: it is empty
          POST   | /searches                 | application/json | {"name": "a", "space":                 | 400 | the body, line 1
          POST   | /searches                 | application/json | [1]                                    | 400 | a request is keys and values
          POST   | /searches                 | application/json | {"name": "a"}                          | 400 | a request needs the setting 'space'
          POST   | /searches                 | application/json | {"name": "a", "space": "../pom.xml"}   | 400 | there is no space '../pom.xml'. The presets are
          POST   | /searches                 | application/json | {"space": "fashion-quick"}             | 400 | a request needs the setting 'name'
          POST   | /searches                 | application/json | {"name": "a", "space": "scarlet-s1", "sede": 1}   | 400 | a request has no setting 'sede': did you mean 'seed'?
          POST   | /searches                 | application/json | {"name": "a", "space": "scarlet-s1", "seed": "x"} | 400 | line 1, column 46: 'seed' needs a whole number, got 'x'
          POST   | /searches                 | application/json | {"name": "a", "space": "scarlet-s1", "evolution": {"population": 2000000000}} | 400 | 'population' needs a whole number, at least 2 and at most 4096
          POST   | /searches/nobody/controls | application/json | {"action": "stop"}                     | 404 | there is no search 'nobody'
          """)
  void a_problem_says_on_one_line_what_is_wrong(
      String method, String path, String type, String body, int status, String detail) {
    Response answer = send(method, path, type, body == null ? "" : body);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("about:blank");
    assertThat(answer.jsonPath().getString("title")).isNotBlank();
    assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(answer.jsonPath().getString("instance")).isEqualTo(path);
    assertThat(answer.jsonPath().getString("detail"))
        .contains(detail)
        .doesNotContain("\n", "Exception", "io.scarlet");
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example, the evolver is not called evil.example",
    "Origin, http://evil.example, 'a page of another site, http://evil.example, asks'"
  })
  void a_page_of_another_site_is_refused_before_anything_is_looked_at(
      String header, String value, String detail) {
    Response answer =
        given().header("Content-Type", "application/json").header(header, value).post("/searches");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("detail")).startsWith(detail);
  }

  @Test
  void nesting_that_would_end_the_readers_thread_is_refused() {
    Response answer = send("POST", "/searches", "application/yaml", "[".repeat(500_000));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("detail")).contains("nested too deeply");
  }

  @Test
  void aliases_that_grow_without_bound_are_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 9; level++) {
      bomb.append(
          "a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1));
    }

    Response answer = send("POST", "/searches", "application/yaml", bomb.toString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("detail")).contains("has more than 20000 values");
  }

  @Test
  void a_body_that_is_too_large_is_a_problem_too() {
    Response answer = send("POST", "/searches", "application/json", "x".repeat(2 * 1024 * 1024));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void a_thousand_malformed_requests_change_nothing_in_a_running_search() {
    List<String> undisturbed = codes("undisturbed", 0);
    List<String> disturbed = codes("disturbed", 1000);

    assertThat(disturbed).hasSize(40).isEqualTo(undisturbed);
    assertThat(given().get("/searches").jsonPath().<String>getList("searches.id"))
        .filteredOn(each -> each.startsWith("a-"))
        .isEmpty();
  }

  /** What a search proposes in all that is bothered while its first candidates are open. */
  private List<String> codes(String name, int malformed) {
    try (TableEvaluator evaluator = new TableEvaluator(servers, registry, 1)) {
      String id = submitted(name);
      await()
          .untilAsserted(
              () -> assertThat(search(id).jsonPath().getString("outstanding")).isEqualTo("10"));
      String before = search(id).asString();
      bother(id, malformed);
      assertThat(search(id).asString()).isEqualTo(before);
      evaluator.play(id, generations -> generations.getLast().getLast());
      await()
          .untilAsserted(
              () -> assertThat(search(id).jsonPath().getString("phase")).isEqualTo("ENDED"));
      return given().get("/searches/" + id + "/candidates").jsonPath().getList("code");
    }
  }

  private static Response search(String id) {
    return given().get("/searches/" + id);
  }

  private static void bother(String id, int malformed) {
    Random chance = new Random(7);
    for (int i = 0; i < malformed; i++) {
      String[] parts = MALFORMED.get(chance.nextInt(MALFORMED.size())).split(" ?\\| ?", -1);
      Response answer =
          send(parts[0], parts[1].replace("ID", id), parts[2], cut(parts[3], chance, i));
      assertThat(answer.statusCode()).as(String.join(" ", parts)).isBetween(400, 499);
    }
  }

  /** Half of the bodies end too early or hold a byte of chance. */
  private static String cut(String body, Random chance, int number) {
    if (body.length() < 2 || number % 2 == 0) {
      return body;
    }
    return body.substring(0, chance.nextInt(body.length())) + (char) chance.nextInt(128);
  }

  private String submitted(String name) {
    String request =
        """
        {"name": "%s", "seed": 17, "space": "nas-bench-macro",
         "evaluation": {"source": "TABLE", "table": "nas-bench-macro-cifar10"},
         "evolution": {"strategy": "NSGA2", "evaluations": 40, "population": 10}}
        """
            .formatted(name);
    Response answer = send("POST", "/searches", "application/json", request);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    return answer.jsonPath().getString("id");
  }

  private static Response send(String method, String path, String type, String body) {
    RequestSpecification request = given().urlEncodingEnabled(false).header("Content-Type", type);
    if (!body.isEmpty()) {
      request.body(body.getBytes(StandardCharsets.UTF_8));
    }
    return request.request(method, path);
  }
}
