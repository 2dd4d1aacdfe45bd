package io.scarlet.evolution.breeding;

import io.scarlet.space.Architecture;
import java.util.List;

/**
 * A new genotype.
 *
 * @param architecture in canonical form
 * @param parents indices into the parents it was bred from, none to two
 * @param origin how it came to be
 */
public record Offspring(Architecture architecture, List<Integer> parents, Origin origin) {

  public Offspring {
    parents = List.copyOf(parents);
  }
}
