package io.scarlet.space;

/** A code that names no network of its search space. The message says where and what is legal. */
public final class IllegalArchitectureException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With one line for the person who wrote the code. */
  public IllegalArchitectureException(String message) {
    super(message);
  }
}
