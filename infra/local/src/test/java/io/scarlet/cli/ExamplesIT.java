package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs; what is trained is trained less than it says. */
class ExamplesIT {

  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();

  /** What is changed of each. */
  private static final Map<String, List<String>> CHANGES =
      Map.of(
          "cheap-networks.yaml",
          List.of(),
          "own-space.yaml",
          List.of(
              "training.epochs=1",
              "evolution.evaluations=16",
              "evolution.population=8",
              "evaluation.recalibrationBatches=2"),
          "fast-networks.yaml",
          List.of(
              "training.epochs=1",
              "evolution.evaluations=16",
              "evolution.population=8",
              "evaluation.recalibrationBatches=2",
              "evaluation.latency.runs=10"),
          "while-it-trains.yaml",
          List.of(
              "training.epochs=2",
              "training.checkpointEveryEpochs=1",
              "evolution.generationsPerCheckpoint=2",
              "evolution.evaluations=48",
              "evaluation.recalibrationBatches=2"));

  @TempDir private Path folder;

  static Set<String> examples() {
    return CHANGES.keySet();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_ends_with_a_front(String example) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("search");
    arguments.add("--config=" + EXAMPLES.resolve(example));
    arguments.add("--output=" + folder.resolve("results"));
    CHANGES.get(example).forEach(change -> arguments.add("--set=" + change));

    CommandLineProcess search = CommandLineProcess.start(folder, arguments.toArray(String[]::new));

    assertThat(search.exitCode()).as(search.said()).isZero();
    assertThat(folder.resolve("results/front.json")).isNotEmptyFile();
    assertThat(folder.resolve("results/log.avro")).isNotEmptyFile();
  }

  @Test
  void no_example_is_left_out() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(examples());
    }
  }
}
