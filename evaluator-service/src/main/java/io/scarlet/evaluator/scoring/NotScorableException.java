package io.scarlet.evaluator.scoring;

/** A candidate that no attempt will ever score. The message is one line that says why. */
public final class NotScorableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With one line for the person who looks after the search. */
  public NotScorableException(String message) {
    super(message);
  }
}
