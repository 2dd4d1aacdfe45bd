package io.scarlet.evolution;

import java.util.OptionalDouble;

/** What became of an evaluation. */
public sealed interface Outcome {

  /**
   * A score.
   *
   * @param accuracy share of validation pictures classed rightly, 0 to 1
   * @param loss mean validation cross entropy, at least 0; empty where it is unknown
   */
  record Score(double accuracy, OptionalDouble loss) implements Outcome {}

  /**
   * No score.
   *
   * @param reason one line
   */
  record Failure(String reason) implements Outcome {}
}
