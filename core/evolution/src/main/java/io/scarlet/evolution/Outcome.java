package io.scarlet.evolution;

/** What became of an evaluation. */
public sealed interface Outcome {

  /**
   * A score.
   *
   * @param value share of validation pictures classed rightly, 0 to 1
   */
  record Accuracy(double value) implements Outcome {}

  /**
   * No score.
   *
   * @param reason one line
   */
  record Failure(String reason) implements Outcome {}
}
