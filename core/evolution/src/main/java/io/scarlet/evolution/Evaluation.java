package io.scarlet.evolution;

/** A candidate with its outcome. */
public record Evaluation(Candidate candidate, Outcome outcome) {

  /** Whether there is no score. */
  public boolean failed() {
    return outcome instanceof Outcome.Failure;
  }

  /** The score, 0 where there is none. */
  double accuracy() {
    return outcome instanceof Outcome.Accuracy accuracy ? accuracy.value() : 0;
  }
}
