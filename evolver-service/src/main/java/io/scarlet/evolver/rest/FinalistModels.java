package io.scarlet.evolver.rest;

import io.scarlet.events.ArtifactReference;
import io.scarlet.export.io.OnnxFile;
import io.scarlet.export.io.TorchFile;
import io.scarlet.store.ArtifactStores;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.model.TrainedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Models of finalists, read from the artifact store and written for other programs. */
@ApplicationScoped
class FinalistModels {

  /** Files of other programs, as {@code ./scarlet export} writes them. */
  enum Format {
    /** A graph for ONNX Runtime and its like. */
    onnx,
    /** Weights for PyTorch. */
    safetensors
  }

  private final Optional<URI> store;

  FinalistModels(@ConfigProperty(name = "scarlet.store.url") Optional<URI> store) {
    this.store = store;
  }

  /**
   * The bytes of a file.
   *
   * @throws ProblemException where this service knows no store, or the store has no such model
   */
  byte[] file(ArtifactReference reference, Format format) {
    URI url =
        store.orElseThrow(
            () ->
                ProblemException.notFound(
                    "this evolver knows no artifact store: set scarlet.store.url to that of the"
                        + " trainer"));
    try {
      Path stored =
          ArtifactStores.at(url)
              .fetch(new Artifact(reference.getUri(), reference.getSha256(), reference.getSize()));
      return written(TrainedModel.read(SafetensorsFile.read(stored)), format);
    } catch (ArtifactException | CheckpointMismatchException | IOException lost) {
      throw ProblemException.unavailable("the model cannot be read: " + lost.getMessage());
    }
  }

  private static byte[] written(TrainedModel model, Format format) throws IOException {
    Path draft = Files.createTempFile("scarlet-model-", "." + format);
    try {
      switch (format) {
        case onnx -> OnnxFile.write(model, false, draft);
        case safetensors -> TorchFile.write(model, draft);
      }
      return Files.readAllBytes(draft);
    } finally {
      Files.delete(draft);
    }
  }
}
