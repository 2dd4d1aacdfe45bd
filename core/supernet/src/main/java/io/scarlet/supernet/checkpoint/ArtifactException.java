package io.scarlet.supernet.checkpoint;

/** An artifact cannot be stored, or is not what its reference says. */
public final class ArtifactException extends Exception {

  private static final long serialVersionUID = 1;

  /** Says which artifact, what is wrong, and what to do. */
  public ArtifactException(String message) {
    super(message);
  }

  /** Says which artifact, what is wrong, and what to do. */
  public ArtifactException(String message, Throwable cause) {
    super(message, cause);
  }
}
