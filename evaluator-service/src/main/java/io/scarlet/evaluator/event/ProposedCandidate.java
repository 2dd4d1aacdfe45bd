package io.scarlet.evaluator.event;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.LatencySettings;
import java.util.Optional;

/** From the event that asks for a score to the candidate. */
public final class ProposedCandidate {

  private ProposedCandidate() {}

  /** The candidate of the event. */
  public static Candidate of(CandidateProposed proposed) {
    EvaluationSettings evaluation = proposed.getEvaluation();
    DataSettings data = proposed.getData();
    return new Candidate(
        proposed.getCandidateId(),
        proposed.getSearchId(),
        proposed.getCode(),
        switch (evaluation.getSource()) {
          case SUPERNET -> Candidate.Source.SUPERNET;
          case TABLE -> Candidate.Source.TABLE;
        },
        evaluation.getTable(),
        Optional.ofNullable(proposed.getCheckpoint()).map(ProposedCandidate::checkpoint),
        proposed.getSeed(),
        new Candidate.Data(data.getSet(), data.getValidationPictures(), data.getSha256()),
        new Candidate.Batches(
            evaluation.getRecalibrationBatches(),
            evaluation.getRecalibrationBatch(),
            evaluation.getBatch()),
        timing(evaluation.getLatency()));
  }

  private static Optional<Candidate.Timing> timing(LatencySettings latency) {
    return latency.getRuns() == 0
        ? Optional.empty()
        : Optional.of(
            new Candidate.Timing(latency.getRuns(), latency.getWarmUp(), latency.getBatch()));
  }

  private static Candidate.Checkpoint checkpoint(ArtifactReference reference) {
    return new Candidate.Checkpoint(reference.getUri(), reference.getSha256(), reference.getSize());
  }
}
