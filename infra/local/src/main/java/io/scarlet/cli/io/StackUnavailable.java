package io.scarlet.cli.io;

/** No stack answers, or one cannot. The message is one line for a person. */
public final class StackUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public StackUnavailable(String message) {
    super(message);
  }

  /** With what is wrong and what to do, and what went wrong beneath. */
  public StackUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
