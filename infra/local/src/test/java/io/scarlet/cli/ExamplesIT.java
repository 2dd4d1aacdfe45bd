package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every example runs; what is trained is trained less than it says. */
class ExamplesIT {

  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "cheap-networks, ",
    "own-space, training.epochs=1 evolution.evaluations=16 evolution.population=8"
        + " evaluation.recalibrationBatches=2",
    "fast-networks, training.epochs=1 evolution.evaluations=16 evolution.population=8"
        + " evaluation.recalibrationBatches=2 evaluation.latency.runs=10",
    "while-it-trains, training.epochs=2 training.checkpointEveryEpochs=1"
        + " evolution.generationsPerCheckpoint=2 evolution.evaluations=48"
        + " evaluation.recalibrationBatches=2",
  })
  void an_example_ends_with_a_front(String example, String settings) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("search");
    arguments.add("--config=" + EXAMPLES.resolve(example + ".yaml"));
    arguments.add("--output=" + folder.resolve("results"));
    if (settings != null) {
      Stream.of(settings.split(" ")).map(setting -> "--set=" + setting).forEach(arguments::add);
    }

    CommandLineProcess search = CommandLineProcess.start(folder, arguments.toArray(String[]::new));

    assertThat(search.exitCode()).as(search.said()).isZero();
    assertThat(folder.resolve("results/front.json")).isNotEmptyFile();
    assertThat(folder.resolve("results/log.avro")).isNotEmptyFile();
  }

  @Test
  void no_example_is_left_out() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".yaml")))
          .containsExactlyInAnyOrder(
              "cheap-networks.yaml",
              "own-space.yaml",
              "fast-networks.yaml",
              "while-it-trains.yaml");
    }
  }
}
