package io.scarlet.log.kafka;

/** The log cannot be read to its end. The message is one line for a person. */
public final class LogUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong, and what went wrong beneath. */
  public LogUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With what is wrong. */
  public LogUnavailableException(String message) {
    super(message);
  }
}
