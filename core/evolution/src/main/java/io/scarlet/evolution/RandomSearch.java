package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Breeder;
import io.scarlet.evolution.breeding.Draws;
import io.scarlet.evolution.breeding.Purpose;

/** Every candidate drawn evenly from the codes: what any other strategy must beat. */
public record RandomSearch() implements Strategy {

  @Override
  public String label() {
    return "random";
  }

  @Override
  public Source source(SearchSettings settings, SearchState state) {
    Breeder breeder =
        new Breeder(settings.space(), settings.crossoverProbability(), settings.mutationRate());
    int generation = state.generation().number();
    return (slot, fresh) ->
        breeder.seed(Draws.at(settings.seed(), Purpose.SEEDING, generation, slot), fresh);
  }

  @Override
  public int generationSize(int population) {
    return population;
  }
}
