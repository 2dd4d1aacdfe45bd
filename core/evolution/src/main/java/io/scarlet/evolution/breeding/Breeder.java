package io.scarlet.evolution.breeding;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds new genotypes by chance, as many draws as it may take.
 *
 * @param space where they come from
 * @param crossoverProbability share of offspring with two parents, 0 to 1
 * @param mutationProbability for each layer to take another choice, 0 to 1
 */
public record Breeder(SearchSpace space, double crossoverProbability, double mutationProbability) {

  /** Attempts before chance gives up; enough unless nearly all networks nearby are known. */
  private static final int ATTEMPTS = 100;

  /** A network drawn evenly from the codes; empty where no attempt is fresh. */
  public Optional<Offspring> seed(Draws draws, Predicate<Architecture> fresh) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Architecture drawn =
          new Architecture(
              space.layers().stream().map(layer -> draws.below(layer.choices().size())).toList());
      Architecture canonical = space.canonical(drawn);
      if (fresh.test(canonical)) {
        return Optional.of(new Offspring(canonical, List.of(), Origin.SEEDED));
      }
    }
    return Optional.empty();
  }

  /**
   * A child of parents that win binary tournaments; empty where no attempt is fresh.
   *
   * @param parents best first, at least one
   */
  public Optional<Offspring> breed(
      List<Architecture> parents, Draws draws, Predicate<Architecture> fresh) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Offspring child = breed(parents, draws);
      if (fresh.test(child.architecture())) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  private Offspring breed(List<Architecture> parents, Draws draws) {
    int one = tournament(parents, draws);
    int other = draws.happens(crossoverProbability) ? tournament(parents, draws) : one;
    Architecture inherited =
        one == other
            ? parents.get(one)
            : Crossover.any(parents.get(one), parents.get(other), draws);
    Architecture mutated = Mutation.mutate(space, inherited, mutationProbability, draws);
    boolean crossed = one != other;
    boolean changed = !mutated.equals(inherited);
    return new Offspring(
        space.canonical(mutated),
        crossed ? List.of(one, other) : List.of(one),
        crossed ? (changed ? Origin.CROSSOVER_MUTATION : Origin.CROSSOVER) : Origin.MUTATION);
  }

  /** The better of two: parents come best first. */
  private static int tournament(List<Architecture> parents, Draws draws) {
    return Math.min(draws.below(parents.size()), draws.below(parents.size()));
  }
}
