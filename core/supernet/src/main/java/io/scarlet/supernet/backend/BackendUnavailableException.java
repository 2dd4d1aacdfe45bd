package io.scarlet.supernet.backend;

/** No backend of this build can do what is asked; the message says what to do. */
public final class BackendUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BackendUnavailableException(String message) {
    super(message);
  }
}
