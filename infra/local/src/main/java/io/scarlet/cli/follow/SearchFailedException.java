package io.scarlet.cli.follow;

/** A search came to no end. The message is one line for a person. */
public final class SearchFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public SearchFailedException(String message) {
    super(message);
  }

  /** With what is wrong and what to do, and what went wrong beneath. */
  public SearchFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
