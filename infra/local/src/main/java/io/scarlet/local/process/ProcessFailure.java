package io.scarlet.local.process;

/** A process did not start, did not get ready, or ended early. The message is one line. */
public final class ProcessFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure without a further cause.
   *
   * @param message one line for a person: what is wrong and what to do
   */
  public ProcessFailure(String message) {
    super(message);
  }

  /**
   * A failure with its cause.
   *
   * @param message one line for a person: what is wrong and what to do
   * @param cause what went wrong beneath
   */
  public ProcessFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
