package io.scarlet.evolver.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.scarlet.testing.KafkaStackResource;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document that the service serves about itself. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evolver"))
class OpenApiTest {

  private static final Path PAGE = Path.of("../docs/rest.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(GET|POST|DELETE) (/[^`]*)`", Pattern.MULTILINE);

  @Test
  void it_is_valid_and_describes_every_operation_parameter_and_answer() {
    SwaggerParseResult read =
        new OpenAPIV3Parser()
            .readContents(
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString());

    assertThat(read.getMessages()).isEmpty();
    OpenAPI document = read.getOpenAPI();
    assertThat(document.getInfo().getTitle()).isEqualTo("Scarlet");
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> assertDescribed(method + " " + path, operation)));
    document
        .getComponents()
        .getSchemas()
        .forEach((name, schema) -> assertDescribed(name, (Schema<?>) schema));
  }

  private static void assertDescribed(String name, Operation operation) {
    assertThat(operation.getSummary()).as(name).isNotBlank();
    assertThat(operation.getOperationId()).as(name).isNotBlank();
    assertThat(operation.getResponses()).as(name).containsKey("default");
    assertThat(operation.getResponses().values())
        .as(name)
        .allSatisfy(answer -> assertThat(answer.getDescription()).isNotBlank());
    if (operation.getParameters() != null) {
      assertThat(operation.getParameters())
          .as(name)
          .allSatisfy(parameter -> assertThat(parameter.getDescription()).isNotBlank());
    }
  }

  private static void assertDescribed(String name, Schema<?> schema) {
    if (schema.getEnum() != null) {
      return;
    }
    assertThat(schema.getDescription()).as(name).isNotBlank();
    schema
        .getProperties()
        .forEach(
            (property, value) ->
                assertThat(value.getDescription() != null || value.get$ref() != null)
                    .as(name + "." + property)
                    .isTrue());
  }

  @Test
  void a_request_is_described_as_the_schema_of_its_event_has_it() {
    OpenAPI document =
        new OpenAPIV3Parser()
            .readContents(given().get("/q/openapi?format=json").asString())
            .getOpenAPI();

    Schema<?> described = document.getComponents().getSchemas().get(RequestSchema.REQUEST);
    Map<String, ?> request = described.getProperties();

    assertThat(request).containsKeys("name", "space", "evolution").doesNotContainKey("searchId");
    Schema<?> evolution = (Schema<?>) request.get("evolution");
    assertThat(evolution.getProperties().get("population").getMinimum()).isEqualByComparingTo("2");
    assertThat(evolution.getProperties().get("strategy").getDefault()).isEqualTo("PREDICTOR");
  }

  @Test
  void the_page_in_the_documentation_names_every_operation_and_no_other() throws IOException {
    OpenAPI document =
        new OpenAPIV3Parser()
            .readContents(given().get("/q/openapi?format=json").asString())
            .getOpenAPI();
    Set<String> served = new TreeSet<>();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap().keySet().stream()
                    .map(PathItem.HttpMethod::name)
                    .forEach(method -> served.add(method + " " + path)));

    Set<String> documented =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(served);
  }
}
