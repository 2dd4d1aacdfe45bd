package io.scarlet.evolution;

import java.util.OptionalDouble;

/** A candidate with its outcome. */
public record Evaluation(Candidate candidate, Outcome outcome) {

  /** Whether there is no score. */
  public boolean failed() {
    return outcome instanceof Outcome.Failure;
  }

  /** What is known of the network; an accuracy of 0 where there is no score. */
  Reading reading() {
    return switch (outcome) {
      case Outcome.Score(double accuracy, OptionalDouble loss, OptionalDouble latency) ->
          new Reading(accuracy, loss.orElse(0), latency.orElse(0), candidate.costs());
      case Outcome.Failure _ -> new Reading(0, 0, 0, candidate.costs());
    };
  }
}
