package io.scarlet.log.replay;

/** A log says something that does not follow from it. The message is one line for a person. */
final class Divergence extends Exception {

  private static final long serialVersionUID = 1L;

  Divergence(String message) {
    super(message);
  }
}
