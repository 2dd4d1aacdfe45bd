package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Breeder;
import io.scarlet.evolution.breeding.Draws;
import io.scarlet.evolution.breeding.Enumeration;
import io.scarlet.evolution.breeding.Offspring;
import io.scarlet.evolution.breeding.Origin;
import io.scarlet.evolution.breeding.Purpose;
import io.scarlet.space.Architecture;
import io.scarlet.space.CostModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The candidates of a new generation. No genotype is ever proposed twice in a search: scored with
 * the same weights it would get the same score.
 */
final class Proposals {

  private final SearchSettings settings;
  private final Breeder breeder;
  private final Enumeration enumeration;

  Proposals(SearchSettings settings) {
    this.settings = settings;
    this.breeder =
        new Breeder(settings.space(), settings.crossoverProbability(), settings.mutationRate());
    this.enumeration = new Enumeration(settings.space());
  }

  /** One proposal a slot; fewer than a population where the budget or the space ends. */
  List<Decision.Propose> generation(SearchState state) {
    int generation = state.generation().number();
    int slots = Math.min(settings.population(), settings.budget() - state.archive().evaluations());
    Set<Architecture> taken = new HashSet<>();
    Predicate<Architecture> fresh =
        architecture ->
            !taken.contains(architecture) && !state.archive().known().contains(architecture);
    Architecture from = enumeration.first();
    List<Decision.Propose> proposals = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      Optional<Offspring> found = byChance(state, slot, fresh);
      if (found.isEmpty()) {
        found = left(from, fresh);
        from = found.map(Offspring::architecture).orElse(from);
      }
      if (found.isEmpty()) {
        break;
      }
      taken.add(found.get().architecture());
      CandidateId id = new CandidateId(settings.searchId(), generation, slot);
      proposals.add(new Decision.Propose(candidate(id, found.get(), state)));
    }
    return proposals;
  }

  /** Why the search ends with the generation that is complete; empty where it goes on. */
  Optional<EndReason> end(SearchState state) {
    List<Candidate> candidates = state.generation().candidates();
    if (state.archive().evaluations() + candidates.size() >= settings.budget()) {
      return Optional.of(EndReason.BUDGET_SPENT);
    }
    Set<Architecture> last = new HashSet<>();
    candidates.forEach(candidate -> last.add(candidate.architecture()));
    boolean more =
        enumeration
            .find(
                enumeration.first(),
                architecture ->
                    !last.contains(architecture) && !state.archive().known().contains(architecture))
            .isPresent();
    return more ? Optional.empty() : Optional.of(EndReason.SPACE_EXHAUSTED);
  }

  private Optional<Offspring> byChance(SearchState state, int slot, Predicate<Architecture> fresh) {
    int generation = state.generation().number();
    if (state.population().isEmpty()) {
      return breeder.seed(Draws.at(settings.seed(), Purpose.SEEDING, generation, slot), fresh);
    }
    List<Architecture> parents =
        state.population().stream().map(member -> member.candidate().architecture()).toList();
    return breeder.breed(
        parents, Draws.at(settings.seed(), Purpose.BREEDING, generation, slot), fresh);
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
        settings.needsCheckpoint() ? state.checkpoint() : Optional.empty());
  }
}
