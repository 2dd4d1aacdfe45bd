package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Breeder;
import io.scarlet.evolution.breeding.Draws;
import io.scarlet.evolution.breeding.Purpose;
import io.scarlet.space.Architecture;
import java.util.List;

/**
 * NSGA-II (Deb, Pratap, Agarwal, Meyarivan 2002): as many offspring as there are survivors, bred
 * from winners of binary tournaments; the best of parents and offspring together survive.
 */
public record Nsga2() implements Strategy {

  @Override
  public String label() {
    return "nsga2";
  }

  @Override
  public Source source(SearchSettings settings, SearchState state) {
    Breeder breeder =
        new Breeder(settings.space(), settings.crossoverProbability(), settings.mutationRate());
    int generation = state.generation().number();
    if (state.population().size() < settings.parents()) {
      return (slot, fresh) ->
          breeder.seed(Draws.at(settings.seed(), Purpose.SEEDING, generation, slot), fresh);
    }
    List<Architecture> parents = state.parents();
    return (slot, fresh) ->
        breeder.breed(
            parents, Draws.at(settings.seed(), Purpose.BREEDING, generation, slot), fresh);
  }

  @Override
  public int generationSize(int population) {
    return population;
  }
}
