package io.scarlet.log.io;

/** A file holds no log, or not all of it. The message is one line for a person. */
public final class LogUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public LogUnreadable(String message) {
    super(message);
  }

  /** With what is wrong and what to do, and what went wrong beneath. */
  public LogUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
