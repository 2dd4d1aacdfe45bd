package io.scarlet.evolver.rest;

import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.CandidateId;
import io.scarlet.evolution.Checkpoint;
import io.scarlet.evolution.Evaluation;
import io.scarlet.evolution.Outcome;
import io.scarlet.evolution.SearchSettings;
import io.scarlet.rest.CandidateLineage;
import io.scarlet.rest.CandidatePhase;
import io.scarlet.rest.CandidateStatus;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Candidates as answers show them. */
final class CandidateViews {

  /** It is its parent once more, scored with newer weights. */
  private static final String RESCORED = "RESCORED";

  private CandidateViews() {}

  static CandidateStatus of(Evaluation evaluation, SearchSettings settings) {
    return of(
        evaluation.candidate(), Optional.of(evaluation.outcome()), settings.allow(evaluation));
  }

  static CandidateStatus open(Candidate candidate) {
    return of(candidate, Optional.empty(), false);
  }

  private static CandidateStatus of(
      Candidate candidate, Optional<Outcome> outcome, boolean allowed) {
    Optional<Double> accuracy = Optional.empty();
    Optional<Double> loss = Optional.empty();
    Optional<Double> latency = Optional.empty();
    Optional<String> failure = Optional.empty();
    Optional<Boolean> feasible = Optional.empty();
    CandidatePhase phase = CandidatePhase.OPEN;
    if (outcome.isPresent()) {
      switch (outcome.get()) {
        case Outcome.Score(double share, OptionalDouble entropy, OptionalDouble milliseconds) -> {
          phase = CandidatePhase.SCORED;
          accuracy = Optional.of(share);
          loss = known(entropy);
          latency = known(milliseconds);
          feasible = Optional.of(allowed);
        }
        case Outcome.Failure(String reason) -> {
          phase = CandidatePhase.FAILED;
          failure = Optional.of(reason);
        }
      }
    }
    return new CandidateStatus(
        candidate.id().toString(),
        candidate.id().generation(),
        candidate.id().slot(),
        candidate.architecture().code(),
        phase,
        accuracy,
        loss,
        latency,
        failure,
        feasible,
        candidate.costs().params(),
        candidate.costs().macs(),
        candidate.costs().depth(),
        candidate.rescored() ? RESCORED : candidate.origin().name(),
        candidate.parents().stream().map(CandidateId::toString).toList(),
        candidate.checkpoint().map(Checkpoint::sha256));
  }

  private static Optional<Double> known(OptionalDouble figure) {
    return figure.isPresent() ? Optional.of(figure.getAsDouble()) : Optional.empty();
  }

  /** The highest accuracy; empty where none has a score. */
  static Optional<Double> best(Collection<CandidateStatus> candidates) {
    return candidates.stream()
        .flatMap(each -> each.accuracy().stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * A candidate with all that it descends from.
   *
   * @param all candidates of its search
   * @return empty where none of them has the id
   */
  static Optional<CandidateLineage> lineage(List<CandidateStatus> all, String id) {
    Map<String, CandidateStatus> byId = new LinkedHashMap<>();
    all.forEach(each -> byId.put(each.id(), each));
    return Optional.ofNullable(byId.get(id))
        .map(candidate -> new CandidateLineage(candidate, ancestors(candidate, byId)));
  }

  private static List<CandidateStatus> ancestors(
      CandidateStatus candidate, Map<String, CandidateStatus> byId) {
    Map<String, CandidateStatus> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(candidate.parents());
    while (!open.isEmpty()) {
      CandidateStatus ancestor = byId.get(open.pop());
      if (ancestor != null && found.put(ancestor.id(), ancestor) == null) {
        open.addAll(ancestor.parents());
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingInt(CandidateStatus::generation)
                .thenComparingInt(CandidateStatus::slot))
        .toList();
  }
}
