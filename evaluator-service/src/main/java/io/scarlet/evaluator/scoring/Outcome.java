package io.scarlet.evaluator.scoring;

import java.time.Duration;

/** What came of an evaluation. */
public sealed interface Outcome {

  /** How long the evaluation took, all attempts together. */
  Duration took();

  /** The candidate has a score. */
  record Scored(Score score, Duration took) implements Outcome {}

  /**
   * The candidate gets no score.
   *
   * @param reason one line for a person
   */
  record Failed(String reason, Duration took) implements Outcome {}
}
