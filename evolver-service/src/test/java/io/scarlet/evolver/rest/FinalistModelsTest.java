package io.scarlet.evolver.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ArtifactReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models cannot be handed out, a person learns why. */
class FinalistModelsTest {

  private static final ArtifactReference MODEL =
      new ArtifactReference("file:/elsewhere/a.safetensors", "a".repeat(64), 1L);

  @TempDir private Path folder;

  @Test
  void an_evolver_without_a_store_says_which_setting_it_lacks() {
    FinalistModels models = new FinalistModels(Optional.empty());

    assertThatThrownBy(() -> models.file(MODEL, FinalistModels.Format.onnx))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("set scarlet.store.url");
  }

  @Test
  void a_model_that_is_missing_from_the_store_is_told_of() {
    URI store = folder.toUri();
    FinalistModels models = new FinalistModels(Optional.of(store));

    assertThatThrownBy(() -> models.file(MODEL, FinalistModels.Format.onnx))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the model cannot be read");
  }
}
