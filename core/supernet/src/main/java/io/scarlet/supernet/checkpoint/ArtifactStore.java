package io.scarlet.supernet.checkpoint;

import java.nio.file.Path;

/**
 * Where checkpoints and models lie. What is put is found by its content: the same bytes twice are
 * one artifact, and an event names an artifact only after it was put (upload first, publish
 * second).
 */
public interface ArtifactStore {

  /**
   * Takes a file over into the store.
   *
   * @param extension of the file's name, {@code safetensors} for instance
   * @throws ArtifactException if the store cannot take it, a full disk for instance; nothing is
   *     half-written then
   */
  Artifact put(Path file, String extension) throws ArtifactException;

  /**
   * A local file with the artifact's bytes, whose size and hash were checked; not to be changed.
   *
   * @throws ArtifactException if it is missing, truncated or altered
   */
  Path fetch(Artifact artifact) throws ArtifactException;
}
