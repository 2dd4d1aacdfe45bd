package io.scarlet.export.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.model.TrainedModel;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as PyTorch has them. */
class TorchFileTest {

  private static final int PICTURES = 1_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"00000", "12121", "23203"})
  void pytorch_gives_the_logits_that_we_give(String code) throws Exception {
    PythonWithTorch python = new PythonWithTorch(folder);
    assumeTrue(python.isThere(), "no python3 has torch");
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of(code, backend.open());
      PictureSet pictures = Pictures.first(PICTURES, model.network());
      Path file = folder.resolve("model.safetensors");
      TorchFile.write(model, file);
      Path scaled = PythonWithTorch.write(folder.resolve("pictures"), Pictures.scaled(pictures));

      python.run(
          """
          import sys, torch
          from scarlet_model import load
          with open(sys.argv[2], "rb") as f:
              x = torch.frombuffer(bytearray(f.read()), dtype=torch.float32).view(-1, 1, 28, 28)
          with torch.no_grad(), open(sys.argv[3], "wb") as f:
              f.write(load(sys.argv[1])(x).numpy().tobytes())
          """,
          file,
          scaled,
          folder.resolve("logits"));

      float[] ours =
          model
              .on(backend.open())
              .logits(Pictures.normalized(pictures, model.facts().normalization()));
      assertThat(PythonWithTorch.read(folder.resolve("logits")))
          .containsExactly(ours, Offset.offset(1e-4f));
    }
  }
}
