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
      case Fact.CheckpointPublished(Checkpoint published) -> checkpoint(state, published);
      case Fact.Controlled _ -> unrequested(state).or(() -> ended(state));
      case Fact.Scored scored ->
          unrequested(state).or(() -> ended(state)).or(() -> score(state, scored));
    };
  }

  private static Optional<Rejection> unrequested(SearchState state) {
    return state.settings().isEmpty()
        ? reject(Reason.NOT_RUNNING, "nobody requested this search")
        : Optional.empty();
  }

  private static Optional<Rejection> ended(SearchState state) {
    return state.end().isPresent()
        ? reject(Reason.NOT_RUNNING, "the search is complete: " + state.end().get().label())
        : Optional.empty();
  }

  /** Checkpoints of one search come from one partition, so theirs is the order of the training. */
  private static Optional<Rejection> checkpoint(SearchState state, Checkpoint published) {
    if (state.settings().isPresent() && !state.settings().get().needsCheckpoint()) {
      return reject(Reason.CHECKPOINT_UNUSED, "the search takes its scores from a table");
    }
    return ended(state)
        .or(() -> state.weights().atStep(published.step()).flatMap(one -> again(one, published)))
        .or(() -> state.weights().newest().flatMap(newest -> late(newest, published)));
  }

  /** A trainer that goes on after a crash makes the same weights once more. */
  private static Optional<Rejection> again(Checkpoint known, Checkpoint published) {
    return known.sha256().equals(published.sha256())
        ? reject(
            Reason.CHECKPOINT_UNUSED,
            "the checkpoint of step %d was published before".formatted(known.step()))
        : reject(
            Reason.CHECKPOINT_CONTRADICTED,
            "step %d gave checkpoint %s before and now %s: its training does not repeat itself"
                .formatted(known.step(), known.sha256(), published.sha256()));
  }

  private static Optional<Rejection> late(Checkpoint newest, Checkpoint published) {
    if (newest.last()) {
      return reject(
          Reason.CHECKPOINT_UNUSED,
          "training was complete with checkpoint %s of step %d"
              .formatted(newest.sha256(), newest.step()));
    }
    return published.step() < newest.step()
        ? reject(
            Reason.CHECKPOINT_UNUSED,
            "the checkpoint of step %d comes after that of step %d"
                .formatted(published.step(), newest.step()))
        : Optional.empty();
  }

  private static Optional<Rejection> score(SearchState state, Fact.Scored scored) {
    Optional<Candidate> waiting = state.generation().waiting(scored.candidateId());
    if (waiting.isEmpty()) {
      return evaluated(state, scored.candidateId())
          ? reject(Reason.DUPLICATE, scored.candidateId() + " has its outcome already")
          : reject(Reason.UNKNOWN_CANDIDATE, "nobody proposed candidate " + scored.candidateId());
    }
    String expected = waiting.get().checkpointSha256();
    return expected.equals(scored.checkpointSha256())
        ? figures(scored)
        : reject(
            Reason.OTHER_CHECKPOINT,
            "%s was scored with checkpoint '%s' instead of '%s'"
                .formatted(scored.candidateId(), scored.checkpointSha256(), expected));
  }

  private static Optional<Rejection> figures(Fact.Scored scored) {
    if (!(scored.outcome()
        instanceof Outcome.Score(double accuracy, OptionalDouble loss, OptionalDouble latency))) {
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
    if (latency.isPresent()
        && !(latency.getAsDouble() > 0 && Double.isFinite(latency.getAsDouble()))) {
      return reject(
          Reason.NOT_A_LATENCY,
          "the latency of %s is above 0 milliseconds and finite, got %s"
              .formatted(scored.candidateId(), latency.getAsDouble()));
    }
    return Optional.empty();
  }

  private static boolean evaluated(SearchState state, String candidateId) {
    return CandidateId.parse(candidateId)
        .filter(
            id ->
                state.archive().holds(id)
                    || state.generation().evaluated().stream()
                        .anyMatch(evaluation -> evaluation.candidate().id().equals(id)))
        .isPresent();
  }

  private static Optional<Rejection> reject(Reason reason, String detail) {
    return Optional.of(new Rejection(reason, detail));
  }
}
