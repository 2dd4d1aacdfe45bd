package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model out of one network, by the built command line. */
class RetrainIT {

  private static final String SPACE =
      """
      name: tiny
      input: 28x28x1
      classes: 10
      activation: relu
      stem:
        - conv: {channels: 4, kernel: 3, stride: 4}
      choices: [e2k3, skip]
      stages:
        - {channels: 6, stride: 2, layers: 2}
      tail:
        - pool
      """;

  /** Epochs that take longer than another program needs to start. */
  private static final String LONG = "80";

  @TempDir private Path folder;

  @BeforeEach
  void theSpaceIsAFile() throws IOException {
    Files.writeString(folder.resolve("tiny.yaml"), SPACE);
  }

  private CommandLineProcess retrain(String output, String epochs) throws IOException {
    return CommandLineProcess.start(
        folder,
        List.of(
                "retrain",
                "01",
                "--space",
                "tiny.yaml",
                "--set",
                "epochs=" + epochs,
                "--set",
                "averageDecay=0.99",
                "--set",
                "optimizer=RMSPROP",
                "--set",
                "learningRate=0.004",
                "--output",
                output)
            .toArray(String[]::new));
  }

  /** What export writes for PyTorch is the same model when it is imported. */
  private void assertComesBack(String model, String figures)
      throws IOException, InterruptedException {
    String file = "theirs.safetensors";
    CommandLineProcess exported =
        CommandLineProcess.start(
            folder, "export", model, "--format", "safetensors", "--output", file);
    assertThat(exported.exitCode()).as(exported.said()).isZero();
    CommandLineProcess imported =
        CommandLineProcess.start(folder, "import", file, "--output", "back");
    assertThat(imported.exitCode()).as(imported.said()).isZero();
    assertThat(folder.resolve("back/model.json"))
        .hasSameBinaryContentAs(folder.resolve(model).resolve("model.json"));

    CommandLineProcess measured = CommandLineProcess.start(folder, "evaluate", "back");
    assertThat(measured.exitCode()).as(measured.said()).isZero();
    assertThat(measured.printed().lines()).first().isEqualTo(figures);
    CommandLineProcess unknown =
        CommandLineProcess.start(folder, "import", file, "--space", "tiny.yaml", "--code", "00");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.said()).startsWith("scarlet: theirs.safetensors").contains("'layers.");
  }

  @Test
  void a_killed_training_goes_on_and_ends_with_the_same_bytes()
      throws IOException, InterruptedException {
    assertThat(retrain("whole", LONG).exitCode()).isZero();

    CommandLineProcess killed = retrain("killed", LONG);
    killed.awaitSaid("epoch 2 of " + LONG);
    CommandLineProcess second = retrain("killed", LONG);
    assertThat(second.exitCode()).isEqualTo(1);
    killed.signal("KILL");
    killed.exitCode();
    assertThat(folder.resolve("killed/model.safetensors")).doesNotExist();

    CommandLineProcess resumed = retrain("killed", LONG);
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.said())
        .doesNotContain("epoch 1 of " + LONG + ",")
        .contains("epoch " + LONG + " of " + LONG);
    for (String file : List.of("model.safetensors", "model.json")) {
      assertThat(folder.resolve("killed").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }

  @Test
  void a_model_is_measured_to_the_accuracy_that_it_names()
      throws IOException, InterruptedException {
    CommandLineProcess training = retrain("model", "2");
    assertThat(training.exitCode()).isZero();
    String figures = training.printed().lines().findFirst().orElseThrow();
    assertThat(figures).startsWith("test accuracy ").contains("2,000 pictures");

    CommandLineProcess evaluation = CommandLineProcess.start(folder, "evaluate", "model");
    assertThat(evaluation.exitCode()).isZero();
    assertThat(evaluation.printed().lines()).first().isEqualTo(figures);
    assertThat(evaluation.printed()).contains("ankle boot");
    assertThat(evaluation.said()).isEmpty();

    assertComesBack("model", figures);

    CommandLineProcess another = retrain("model", "3");
    assertThat(another.exitCode()).isEqualTo(2);
    assertThat(another.said().lines())
        .last()
        .asString()
        .contains("its recipe.epochs is 2, not 3", "name another folder by --output");

    CommandLineProcess nowhere =
        CommandLineProcess.start(folder, "evaluate", "model", "--data", "nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.said()).startsWith("scarlet: there is no folder nowhere");
  }
}
