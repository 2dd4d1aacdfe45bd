package io.scarlet.supernet.checkpoint;

/** A checkpoint does not fit the network, or the training that shall go on from it. */
public final class CheckpointMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what does not fit. */
  public CheckpointMismatchException(String message) {
    super(message);
  }
}
