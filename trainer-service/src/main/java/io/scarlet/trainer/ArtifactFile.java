package io.scarlet.trainer;

import io.scarlet.events.ArtifactReference;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tensors in the artifact store. */
record ArtifactFile(ArtifactStore store) {

  /** The format of the files, and the ending of their names. */
  static final String FORMAT = "safetensors";

  /**
   * Stores tensors under their hash.
   *
   * @throws ArtifactException if the store does not take them
   * @throws IOException if they cannot be written
   */
  ArtifactReference put(SupernetCheckpoint content) throws ArtifactException, IOException {
    Path file = Files.createTempFile("scarlet-", "." + FORMAT);
    try {
      SafetensorsFile.write(content, file);
      Artifact artifact = store.put(file, FORMAT);
      return new ArtifactReference(artifact.uri(), artifact.sha256(), artifact.size());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Reads what was stored, after its hash was verified.
   *
   * @throws ArtifactException if it is missing or altered
   * @throws IOException if it cannot be read
   */
  SupernetCheckpoint get(ArtifactReference reference) throws ArtifactException, IOException {
    return SafetensorsFile.read(
        store.fetch(new Artifact(reference.getUri(), reference.getSha256(), reference.getSize())));
  }
}
