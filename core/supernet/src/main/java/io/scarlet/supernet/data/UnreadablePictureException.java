package io.scarlet.supernet.data;

/** A picture that was there when the data was opened cannot be read. */
public final class UnreadablePictureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says which picture, why, and what to do. */
  public UnreadablePictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
