package io.scarlet.export.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as PyTorch has them. */
class TorchFileTest {

  private static final Path SCRIPTS = Path.of("../examples/pytorch").toAbsolutePath();
  private static final int PICTURES = 200;

  @TempDir private Path folder;

  @Test
  void what_is_read_back_has_the_same_weights() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of("13203", backend.open());
      Path file = folder.resolve("model.safetensors");

      TorchFile.write(model, file);
      TrainedModel back = TorchFile.read(file, Map.of(), model.facts());

      model
          .stored()
          .tensors()
          .forEach(
              (name, values) ->
                  assertThat(back.stored().tensors().get(name)).as(name).isEqualTo(values));
      assertThat(back.on(backend.open()).logits(new float[28 * 28]))
          .isEqualTo(model.on(backend.open()).logits(new float[28 * 28]));
    }
  }

  @Test
  void a_map_says_where_a_file_names_its_tensors_otherwise() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of("00000", backend.open());
      Path file = folder.resolve("model.safetensors");
      TorchFile.write(model, file);
      SupernetCheckpoint written = SafetensorsFile.read(file);
      Map<String, StoredTensor> renamed = new LinkedHashMap<>(written.stored());
      renamed.put("features.0.0.weight", renamed.remove("stem.0.weight"));
      Path theirs = folder.resolve("theirs.safetensors");
      SafetensorsFile.write(SupernetCheckpoint.stored(renamed, Map.of()), theirs);

      assertThatThrownBy(() -> TorchFile.read(theirs, Map.of(), model.facts()))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith(
              "has no tensor 'stem.0.weight': name it in the map, as stem.0.weight=NAME");
      TrainedModel back =
          TorchFile.read(theirs, Map.of("stem.0.weight", "features.0.0.weight"), model.facts());
      assertThat(back.stored().tensors().get("stem.0.weight"))
          .isEqualTo(model.stored().tensors().get("stem.0.weight"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000", "12121", "23203"})
  void pytorch_gives_the_logits_that_we_give(String code) throws Exception {
    Optional<String> python = pythonWithTorch();
    assumeTrue(python.isPresent(), "no python3 has torch");
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of(code, backend.open());
      PictureSet pictures = Pictures.first(PICTURES, model.network());
      Path file = folder.resolve("model.safetensors");
      TorchFile.write(model, file);
      write(folder.resolve("pictures"), Pictures.scaled(pictures));

      int exit =
          run(
              python.get(),
              "-c",
              """
              import sys, torch
              sys.path.insert(0, sys.argv[1])
              from scarlet_model import load
              with open(sys.argv[3], "rb") as f:
                  x = torch.frombuffer(bytearray(f.read()), dtype=torch.float32).view(-1, 1, 28, 28)
              with torch.no_grad(), open(sys.argv[4], "wb") as f:
                  f.write(load(sys.argv[2])(x).numpy().tobytes())
              """,
              SCRIPTS.toString(),
              file.toString(),
              folder.resolve("pictures").toString(),
              folder.resolve("logits").toString());

      assertThat(exit).isZero();
      float[] ours =
          model
              .on(backend.open())
              .logits(Pictures.normalized(pictures, model.facts().normalization()));
      assertThat(read(folder.resolve("logits"))).containsExactly(ours, Offset.offset(1e-4f));
    }
  }

  private Optional<String> pythonWithTorch() throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (run("/usr/bin/env", python, "-c", "import torch") == 0) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("python.log").toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  private static void write(Path file, float[] values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(file, bytes.array());
  }

  private static float[] read(Path file) throws IOException {
    var values =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] read = new float[values.remaining()];
    values.get(read);
    return read;
  }
}
