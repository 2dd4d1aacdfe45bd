package io.scarlet.evolution;

import java.util.OptionalDouble;

/** What became of an evaluation. */
public sealed interface Outcome {

  /**
   * A score.
   *
   * @param accuracy share of validation pictures classed rightly, 0 to 1
   * @param loss mean validation cross entropy, at least 0; empty where it is unknown
   * @param latency milliseconds that the network by itself takes for a batch, above 0; empty where
   *     nobody measured it
   */
  record Score(double accuracy, OptionalDouble loss, OptionalDouble latency) implements Outcome {

    /** Of a network whose latency nobody measured. */
    public Score(double accuracy, OptionalDouble loss) {
      this(accuracy, loss, OptionalDouble.empty());
    }
  }

  /**
   * No score.
   *
   * @param reason one line
   */
  record Failure(String reason) implements Outcome {}
}
