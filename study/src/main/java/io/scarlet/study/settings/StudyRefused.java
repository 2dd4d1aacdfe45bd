package io.scarlet.study.settings;

/** A study cannot be made as it was asked for. */
public final class StudyRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says in one line what is wrong and what to do. */
  public StudyRefused(String message) {
    super(message);
  }

  /** Says in one line what is wrong and what to do. */
  public StudyRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
