package io.scarlet.export.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.model.TrainedModel;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ONNX Runtime makes of our files. */
class OnnxFileTest {

  private static final int PICTURES = 1_000;
  private static final float CLOSE = 1e-4f;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "00000, false",
    "00000, true",
    "12121, false",
    "12121, true",
    "23203, false",
    "23203, true"
  })
  void onnx_runtime_gives_the_logits_that_we_give(String code, boolean folded) throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      assertAgrees(Models.of(code, backend.open()), folded, backend.open());
    }
  }

  @Test
  void onnx_runtime_gives_the_logits_of_a_network_that_was_trained() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Trained.of("13203", backend.open(), folder.resolve("trained"));

      assertThat(model.facts().test().accuracy()).isGreaterThan(0.4);
      assertAgrees(model, false, backend.open());
      assertAgrees(model, true, backend.open());
    }
  }

  private void assertAgrees(TrainedModel model, boolean folded, Backend backend) throws Exception {
    PictureSet pictures = Pictures.first(PICTURES, model.network());
    Path file = folder.resolve("model.onnx");

    OnnxFile.write(model, folded, file);

    float[] ours =
        model.on(backend).logits(Pictures.normalized(pictures, model.facts().normalization()));
    assertThat(run(file, Pictures.scaled(pictures))).containsExactly(ours, Offset.offset(CLOSE));
    assertThat(ours).doesNotContain(Float.NaN);
  }

  @Test
  void a_folded_graph_has_no_batch_norms_and_tells_what_the_model_tells() throws Exception {
    try (ConfiguredBackend backend = Models.backend();
        OrtEnvironment environment = OrtEnvironment.getEnvironment()) {
      Path file = folder.resolve("model.onnx");
      TrainedModel model = Models.of("12121", backend.open());

      OnnxFile.write(model, true, file);

      byte[] bytes = Files.readAllBytes(file);
      assertThat(new String(bytes, ISO_8859_1)).doesNotContain("BatchNormalization");
      try (OrtSession session = environment.createSession(file.toString())) {
        assertThat(session.getMetadata().getCustomMetadata())
            .containsEntry("code", "12121")
            .containsEntry("classes", String.join("\n", model.facts().classes()));
      }
    }
  }

  @Test
  void equal_models_give_equal_files_and_any_number_of_pictures_goes_in() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of("23203", backend.open());
      Path one = folder.resolve("one.onnx");
      Path two = folder.resolve("two.onnx");

      OnnxFile.write(model, false, one);
      OnnxFile.write(Models.of("23203", backend.open()), false, two);

      assertThat(one).hasSameBinaryContentAs(two);
      float[] three = Pictures.scaled(Pictures.first(3, model.network()));
      assertThat(run(one, three)).hasSize(3 * Models.classes());
      assertThat(run(one, new float[28 * 28])).hasSize(Models.classes());
    }
  }

  private static float[] run(Path file, float[] pictures) throws OrtException {
    int n = pictures.length / (28 * 28);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor in =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(pictures), new long[] {n, 1, 28, 28});
        OrtSession.Result out = session.run(Map.of("pictures", in))) {
      float[][] rows = (float[][]) out.get("logits").orElseThrow().getValue();
      float[] logits = new float[n * rows[0].length];
      for (int i = 0; i < n; i++) {
        System.arraycopy(rows[i], 0, logits, i * rows[0].length, rows[0].length);
      }
      return logits;
    }
  }
}
