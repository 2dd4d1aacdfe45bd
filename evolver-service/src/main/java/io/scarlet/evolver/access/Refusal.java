package io.scarlet.evolver.access;

/** Why a request is not let in. */
public sealed interface Refusal {

  /** One line: what is wrong and what to do. */
  String detail();

  /**
   * The asker showed no token, or another one.
   *
   * @param challenge for {@code WWW-Authenticate}
   */
  record Unauthorized(String detail, String challenge) implements Refusal {}

  /** Nobody is let in like this. */
  record Forbidden(String detail) implements Refusal {}
}
