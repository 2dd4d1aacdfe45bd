package io.scarlet.backend.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.VectorShape;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R2: wider vectors change how long a training takes, never a bit of its weights. */
class VectorWidthTest {

  @TempDir private Path folder;

  @Test
  void aTrainingGivesTheSameBytesWithVectorsOf256And512Bits()
      throws IOException, InterruptedException {
    int widest = VectorShape.preferredShape().vectorBitSize();
    Assumptions.assumeTrue(widest > 256, "this processor has vectors of %d bits".formatted(widest));

    Path wide = trained("wide");
    Path narrow = trained("narrow", "-XX:UseAVX=2");

    assertThat(Files.mismatch(wide, narrow)).as("first byte that differs").isEqualTo(-1);
  }

  private Path trained(String name, String... options) throws IOException, InterruptedException {
    Path weights = folder.resolve(name);
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            TrainedWeights.class.getName(),
            weights.toString()));
    Process training =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(weights + ".log"))
            .start();
    assertThat(training.waitFor()).as(Files.readString(Path.of(weights + ".log"))).isZero();
    return weights;
  }
}
