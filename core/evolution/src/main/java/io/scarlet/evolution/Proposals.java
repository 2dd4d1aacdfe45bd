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
import java.util.function.Predicate;

/**
 * The candidates of a new generation. No genotype is ever proposed twice in a search: scored with
 * the same weights it would get the same score.
 */
final class Proposals {

  private final SearchSettings settings;
  private final Enumeration enumeration;

  Proposals(SearchSettings settings) {
    this.settings = settings;
    this.enumeration = new Enumeration(settings.space());
  }

  /** One proposal a slot; fewer than a generation where the budget or the space ends. */
  List<Decision.Propose> generation(SearchState state) {
    int generation = state.generation().number();
    int left = settings.limits().evaluations() - state.archive().evaluations();
    int slots = Math.min(settings.generationSize(), left);
    Set<Architecture> taken = new HashSet<>();
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
      CandidateId id = new CandidateId(settings.searchId(), generation, slot);
      proposals.add(new Decision.Propose(candidate(id, found.get(), state)));
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
        settings.needsCheckpoint() ? state.checkpoint() : Optional.empty());
  }
}
