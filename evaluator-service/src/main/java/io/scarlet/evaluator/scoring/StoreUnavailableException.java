package io.scarlet.evaluator.scoring;

/** The store did not give the checkpoint that its reference promises; it may on another attempt. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
