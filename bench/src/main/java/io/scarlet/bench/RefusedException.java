package io.scarlet.bench;

/** What was asked for cannot be understood. The message is one line. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
