package io.scarlet.request;

/** A search request that cannot be used. The message is one line: where, what, and what to do. */
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With one line for the person who wrote the request. */
  public RequestRefused(String message) {
    super(message);
  }
}
