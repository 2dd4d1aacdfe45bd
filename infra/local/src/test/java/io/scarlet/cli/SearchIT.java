package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole searches of a table through real processes. */
class SearchIT {

  private static final int EVALUATIONS = 96;

  @TempDir private Path folder;

  @Test
  void the_number_of_evaluators_does_not_change_a_byte_of_the_result() throws Exception {
    Path one = search("one", 1);
    Path three = search("three", 3);

    for (String file : List.of("front.json", "evaluated.csv", "search.json")) {
      assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
    assertThat(Files.readAllLines(one.resolve("evaluated.csv"))).hasSize(1 + EVALUATIONS);
    assertThat(one.resolve("report.html")).content().contains("</html>");
    assertThat(names(one))
        .containsExactlyInAnyOrder(
            "search.json", "front.json", "evaluated.csv", "report.html", "logs");
    assertThat(names(three.resolve("logs")))
        .contains("broker.log", "registry.log", "evolver.log", "evaluator-3.log");
  }

  private Path search(String name, int evaluators) throws IOException, InterruptedException {
    Path output = folder.resolve(name);
    CommandLineProcess search =
        CommandLineProcess.start(
            folder,
            List.of(
                    "search",
                    "--preset=nas-bench-macro",
                    "--evaluations=" + EVALUATIONS,
                    "--population=32",
                    "--evaluators=" + evaluators,
                    "--output=" + output,
                    "--json")
                .toArray(String[]::new));
    assertThat(search.exitCode()).as(search.said()).isZero();
    JsonNode result = new ObjectMapper().readTree(search.printed());
    assertThat(result.get("evaluations").asInt()).isEqualTo(EVALUATIONS);
    assertThat(result.get("output").asText()).isEqualTo(output.toString());
    assertThat(result.get("front")).isNotEmpty();
    return output;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
