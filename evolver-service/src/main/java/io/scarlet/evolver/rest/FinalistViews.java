package io.scarlet.evolver.rest;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Outcome;
import io.scarlet.rest.FinalistPhase;
import io.scarlet.rest.FinalistStatus;
import java.util.Optional;

/** Finalists as answers show them. */
final class FinalistViews {

  private FinalistViews() {}

  /**
   * A finalist.
   *
   * @param epochs that it is trained for
   * @param progress what the trainer says of it
   */
  static FinalistStatus of(Decision.ChooseFinalist chosen, int epochs, ModelProgress progress) {
    Candidate candidate = chosen.member().candidate();
    Optional<ModelTrained> trained = progress.trained();
    Optional<ArtifactReference> model =
        trained.flatMap(done -> done.getArtifacts().stream().findFirst());
    Optional<String> failure = trained.flatMap(done -> Optional.ofNullable(done.getFailure()));
    return new FinalistStatus(
        chosen.place(),
        candidate.id().toString(),
        candidate.architecture().code(),
        chosen.why(),
        phase(progress, failure),
        progress.latest().map(ModelProgressed::getEpoch),
        epochs,
        supernetAccuracy(chosen),
        trained.filter(_ -> failure.isEmpty()).map(ModelTrained::getTestAccuracy),
        failure,
        candidate.costs().params(),
        candidate.costs().macs(),
        model.map(ArtifactReference::getUri),
        model.map(ArtifactReference::getSha256));
  }

  private static FinalistPhase phase(ModelProgress progress, Optional<String> failure) {
    if (failure.isPresent()) {
      return FinalistPhase.FAILED;
    }
    if (progress.trained().isPresent()) {
      return FinalistPhase.TRAINED;
    }
    return progress.latest().isPresent() ? FinalistPhase.TRAINING : FinalistPhase.CHOSEN;
  }

  private static Optional<Double> supernetAccuracy(Decision.ChooseFinalist chosen) {
    return chosen.member().evaluation().outcome() instanceof Outcome.Score(double accuracy, _, _)
        ? Optional.of(accuracy)
        : Optional.empty();
  }
}
