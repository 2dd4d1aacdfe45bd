package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Breeder;
import io.scarlet.evolution.breeding.Draws;
import io.scarlet.evolution.breeding.Enumeration;
import io.scarlet.evolution.breeding.Offspring;
import io.scarlet.evolution.breeding.Origin;
import io.scarlet.evolution.breeding.Purpose;
import io.scarlet.space.Architecture;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Networks that nobody has scored, for a prediction to choose from: all of a small space, and of a
 * large one many offspring of the population.
 */
final class Pool {

  /** Codes of a space that is small. */
  static final BigInteger SMALL = BigInteger.valueOf(50_000);

  /** Offspring of the population in a large space. */
  private static final int BRED = 4_000;

  private Pool() {}

  static List<Offspring> of(SearchSettings settings, SearchState state) {
    Set<Architecture> known = state.archive().known();
    return settings.space().size().compareTo(SMALL) <= 0
        ? new Enumeration(settings.space())
            .all().stream()
                .filter(network -> !known.contains(network))
                .map(network -> new Offspring(network, List.of(), Origin.ENUMERATED))
                .toList()
        : bred(settings, state);
  }

  private static List<Offspring> bred(SearchSettings settings, SearchState state) {
    Breeder breeder =
        new Breeder(settings.space(), settings.crossoverProbability(), settings.mutationRate());
    int generation = state.generation().number();
    Set<Architecture> seen = new HashSet<>(state.archive().known());
    List<Architecture> parents = state.parents();
    List<Offspring> pool = new ArrayList<>();
    for (int place = 0; place < BRED; place++) {
      Draws draws = Draws.at(settings.seed(), Purpose.POOLING, generation, place);
      Optional<Offspring> child = breeder.breed(parents, draws, one -> !seen.contains(one));
      if (child.isEmpty()) {
        return pool;
      }
      seen.add(child.get().architecture());
      pool.add(child.get());
    }
    return pool;
  }
}
