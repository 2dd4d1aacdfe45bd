package io.scarlet.evolution.breeding;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/** Layers that take another choice, each by itself with the same probability. */
final class Mutation {

  private Mutation() {}

  static Architecture mutate(
      SearchSpace space, Architecture architecture, double probability, Draws draws) {
    List<Integer> mutated = new ArrayList<>(architecture.choices());
    for (int layer = 0; layer < mutated.size(); layer++) {
      int choices = space.layers().get(layer).choices().size();
      if (choices > 1 && draws.happens(probability)) {
        int others = draws.below(choices - 1);
        mutated.set(layer, others < mutated.get(layer) ? others : others + 1);
      }
    }
    return new Architecture(mutated);
  }
}
