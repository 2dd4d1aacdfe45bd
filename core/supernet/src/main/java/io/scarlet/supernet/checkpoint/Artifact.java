package io.scarlet.supernet.checkpoint;

/**
 * A large thing by where it lies and what it is.
 *
 * @param uri where
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 */
public record Artifact(String uri, String sha256, long size) {

  public Artifact {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    if (size < 0) {
      throw new IllegalArgumentException("a size is at least 0, got " + size);
    }
  }
}
