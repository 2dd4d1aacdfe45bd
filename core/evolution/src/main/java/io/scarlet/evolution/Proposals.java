package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Enumeration;
import io.scarlet.evolution.breeding.Offspring;
import io.scarlet.evolution.breeding.Origin;
import io.scarlet.space.Architecture;
import io.scarlet.space.CostModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * New candidates. No genotype is proposed twice for the same weights: it would get the same score.
 */
final class Proposals {

  private final SearchSettings settings;
  private final Optional<Checkpoint> checkpoint;
  private final Enumeration enumeration;

  /**
   * Candidates to be scored with some weights.
   *
   * @param checkpoint empty with a table
   */
  Proposals(SearchSettings settings, Optional<Checkpoint> checkpoint) {
    this.settings = settings;
    this.checkpoint = checkpoint;
    this.enumeration = new Enumeration(settings.space());
  }

  /** One proposal a slot; fewer than a generation where the budget or the space ends. */
  List<Decision.Propose> generation(SearchState state) {
    int generation = state.generation().number();
    return proposals(
        state,
        settings.generationSize(),
        slot -> new CandidateId(settings.searchId(), generation, slot));
  }

  /**
   * As many as make a generation of waiting candidates; fewer where the budget or the space ends.
   * To the strategy, each time is a generation of its own with the number of the next candidate, so
   * that no draw is made twice.
   *
   * @param state with all outcomes that are there
   */
  List<Decision.Propose> refill(SearchState state) {
    List<Candidate> waiting = state.generation().waiting();
    int first = state.archive().evaluations() + waiting.size();
    int size = settings.generationSize();
    return proposals(
        state.with(new OpenGeneration(first, waiting, List.of())),
        size - waiting.size(),
        slot -> new CandidateId(settings.searchId(), (first + slot) / size, (first + slot) % size));
  }

  private List<Decision.Propose> proposals(
      SearchState state, int most, IntFunction<CandidateId> ids) {
    Set<Architecture> taken = new HashSet<>();
    state.generation().waiting().forEach(candidate -> taken.add(candidate.architecture()));
    int left = settings.limits().evaluations() - state.archive().evaluations() - taken.size();
    int slots = Math.min(most, left);
    if (slots <= 0) {
      return List.of();
    }
    Predicate<Architecture> fresh =
        architecture ->
            !taken.contains(architecture) && !state.archive().known().contains(architecture);
    Source source = settings.strategy().source(settings, state);
    Architecture from = enumeration.first();
    List<Decision.Propose> proposals = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      Optional<Offspring> found = source.next(slot, fresh);
      if (found.isEmpty()) {
        found = left(from, fresh);
        from = found.map(Offspring::architecture).orElse(from);
      }
      if (found.isEmpty()) {
        break;
      }
      taken.add(found.get().architecture());
      proposals.add(new Decision.Propose(candidate(ids.apply(slot), found.get(), state)));
    }
    return proposals;
  }

  private Optional<Offspring> left(Architecture from, Predicate<Architecture> fresh) {
    return enumeration
        .find(from, fresh)
        .map(architecture -> new Offspring(architecture, List.of(), Origin.ENUMERATED));
  }

  private Candidate candidate(CandidateId id, Offspring offspring, SearchState state) {
    return new Candidate(
        id,
        offspring.architecture(),
        offspring.parents().stream()
            .map(parent -> state.population().get(parent).candidate().id())
            .toList(),
        offspring.origin(),
        CostModel.of(settings.space(), offspring.architecture()),
        checkpoint,
        false);
  }
}
