package io.scarlet.supernet.checkpoint;

/** A checkpoint does not fit the supernet. */
public final class CheckpointMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CheckpointMismatchException(String message) {
    super(message);
  }
}
