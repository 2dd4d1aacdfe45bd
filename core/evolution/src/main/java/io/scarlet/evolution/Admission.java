package io.scarlet.evolution;

import io.scarlet.evolution.Rejection.Reason;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which facts count. Evaluations may run twice, so a repeated score is nothing unusual. */
final class Admission {

  private Admission() {}

  static Optional<Rejection> rejection(SearchState state, Fact fact) {
    return switch (fact) {
      case Fact.Requested _ ->
          state.settings().isPresent()
              ? reject(Reason.ALREADY_REQUESTED, "the search was requested before")
              : Optional.empty();
      case Fact.CheckpointPublished published -> checkpoint(state, published);
      case Fact.Controlled _ -> ended(state);
      case Fact.Scored scored -> ended(state).or(() -> score(state, scored));
    };
  }

  private static Optional<Rejection> ended(SearchState state) {
    if (state.settings().isEmpty()) {
      return reject(Reason.NOT_RUNNING, "nobody requested this search");
    }
    return state.end().isPresent()
        ? reject(Reason.NOT_RUNNING, "the search is complete: " + state.end().get().label())
        : Optional.empty();
  }

  private static Optional<Rejection> checkpoint(
      SearchState state, Fact.CheckpointPublished published) {
    if (!published.last()) {
      return Optional.empty();
    }
    if (state.settings().isPresent() && !state.settings().get().needsCheckpoint()) {
      return reject(Reason.CHECKPOINT_UNUSED, "the search takes its scores from a table");
    }
    return state
        .checkpoint()
        .flatMap(
            known ->
                reject(
                    Reason.CHECKPOINT_UNUSED,
                    "the search scores with checkpoint " + known.sha256() + " already"));
  }

  private static Optional<Rejection> score(SearchState state, Fact.Scored scored) {
    Optional<Candidate> candidate = state.generation().candidate(scored.candidateId());
    if (candidate.isEmpty()) {
      return evaluatedBefore(state, scored.candidateId())
          ? duplicate(scored)
          : reject(Reason.UNKNOWN_CANDIDATE, "nobody proposed candidate " + scored.candidateId());
    }
    if (!candidate.get().checkpointSha256().equals(scored.checkpointSha256())) {
      return reject(
          Reason.OTHER_CHECKPOINT,
          "%s was scored with checkpoint '%s' instead of '%s'"
              .formatted(
                  scored.candidateId(),
                  scored.checkpointSha256(),
                  candidate.get().checkpointSha256()));
    }
    if (state.generation().outcomes().containsKey(candidate.get().id().slot())) {
      return duplicate(scored);
    }
    return figures(scored);
  }

  private static Optional<Rejection> figures(Fact.Scored scored) {
    if (!(scored.outcome() instanceof Outcome.Score(double accuracy, OptionalDouble loss))) {
      return Optional.empty();
    }
    if (!(accuracy >= 0 && accuracy <= 1)) {
      return reject(
          Reason.NOT_AN_ACCURACY,
          "the accuracy of %s lies in 0 to 1, got %s".formatted(scored.candidateId(), accuracy));
    }
    if (loss.isPresent() && !(loss.getAsDouble() >= 0 && Double.isFinite(loss.getAsDouble()))) {
      return reject(
          Reason.NOT_A_LOSS,
          "the loss of %s is at least 0 and finite, got %s"
              .formatted(scored.candidateId(), loss.getAsDouble()));
    }
    return Optional.empty();
  }

  /** Earlier generations were full, or the search would have ended with them. */
  private static boolean evaluatedBefore(SearchState state, String candidateId) {
    SearchSettings settings = state.settings().orElseThrow();
    return CandidateId.parse(candidateId)
        .filter(id -> id.searchId().equals(settings.searchId()))
        .filter(id -> id.generation() < state.generation().number())
        .filter(id -> id.slot() < settings.generationSize())
        .isPresent();
  }

  private static Optional<Rejection> duplicate(Fact.Scored scored) {
    return reject(Reason.DUPLICATE, scored.candidateId() + " has its outcome already");
  }

  private static Optional<Rejection> reject(Reason reason, String detail) {
    return Optional.of(new Rejection(reason, detail));
  }
}
