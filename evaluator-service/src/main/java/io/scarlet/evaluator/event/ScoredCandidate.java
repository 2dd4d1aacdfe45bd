package io.scarlet.evaluator.event;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.scoring.Score;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import java.util.OptionalDouble;

/** From what came of a candidate to the event that says so. */
public final class ScoredCandidate {

  private ScoredCandidate() {}

  /**
   * The event.
   *
   * @param evaluatorId who scored; decides nothing
   */
  public static CandidateScored of(Candidate candidate, Outcome outcome, String evaluatorId) {
    CandidateScored.Builder scored =
        CandidateScored.newBuilder()
            .setCandidateId(candidate.id())
            .setSearchId(candidate.searchId())
            .setCheckpointSha256(
                candidate.checkpoint().map(Candidate.Checkpoint::sha256).orElse(""))
            .setMilliseconds(outcome.took().toMillis())
            .setEvaluatorId(evaluatorId);
    switch (outcome) {
      case Outcome.Scored(Score score, var _) ->
          scored
              .setStatus(ScoreStatus.SCORED)
              .setAccuracy(score.accuracy())
              .setLoss(boxed(score.loss()))
              .setLatency(boxed(score.latency()));
      case Outcome.Failed(String reason, var _) ->
          scored.setStatus(ScoreStatus.FAILED).setFailure(reason);
    }
    return scored.build();
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
