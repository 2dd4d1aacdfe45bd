package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Enumeration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a generation opens: with which weights, and whether they score the survivors anew. */
final class Opening {

  private static final Comparator<Candidate> BY_AGE =
      Comparator.comparingInt((Candidate one) -> one.id().generation())
          .thenComparingInt(one -> one.id().slot());

  private final SearchSettings settings;
  private final SearchState state;

  Opening(SearchSettings settings, SearchState state) {
    this.settings = settings;
    this.state = state;
  }

  /** Whether a checkpoint must be published first. */
  boolean waits() {
    return settings.needsCheckpoint() && checkpoint().isEmpty();
  }

  /** The candidates of the generation that opens. */
  List<Decision.Propose> proposals() {
    Optional<Checkpoint> adopted = state.weights().adopted();
    Optional<Checkpoint> next = checkpoint();
    return adopted.isPresent() && !next.equals(adopted)
        ? rescored(next)
        : new Proposals(settings, next).generation(state);
  }

  /** The weights to score with; empty with a table, or where they must be waited for. */
  Optional<Checkpoint> checkpoint() {
    if (!settings.needsCheckpoint()) {
      return Optional.empty();
    }
    Optional<Checkpoint> adopted = state.weights().adopted();
    return adopted.isPresent() && !affordable()
        ? adopted
        : settings.adoption().next(state.weights(), state.generation().number(), this::exhausted);
  }

  /** Whether the adopted weights, or a table, have scored all networks of the space. */
  boolean exhausted() {
    Enumeration enumeration = new Enumeration(settings.space());
    return enumeration
        .find(enumeration.first(), network -> !state.archive().known().contains(network))
        .isEmpty();
  }

  /** Whether newer weights may yet come, and the budget has room for them. */
  boolean renewable() {
    return state.weights().adopted().map(adopted -> !adopted.last()).orElse(false) && affordable();
  }

  /** Newer weights for some of the survivors only would lose the others. */
  private boolean affordable() {
    int left = settings.limits().evaluations() - state.archive().evaluations();
    return survivors().size() <= left;
  }

  private List<Decision.Propose> rescored(Optional<Checkpoint> checkpoint) {
    List<Decision.Propose> proposals = new ArrayList<>();
    for (Candidate survivor : survivors()) {
      CandidateId id =
          new CandidateId(settings.searchId(), state.generation().number(), proposals.size());
      proposals.add(new Decision.Propose(survivor.rescored(id, checkpoint)));
    }
    return proposals;
  }

  /** Population and front, the oldest first, so that their slots tell who is older. */
  private List<Candidate> survivors() {
    Map<CandidateId, Candidate> survivors = new LinkedHashMap<>();
    state.population().forEach(one -> survivors.put(one.candidate().id(), one.candidate()));
    state.archive().front().forEach(one -> survivors.put(one.candidate().id(), one.candidate()));
    return survivors.values().stream().sorted(BY_AGE).toList();
  }
}
