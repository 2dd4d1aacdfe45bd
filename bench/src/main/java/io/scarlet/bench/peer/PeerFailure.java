package io.scarlet.bench.peer;

/** The peer did not do what it was asked. The message is one line. */
public final class PeerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PeerFailure(String message) {
    super(message);
  }

  PeerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
