package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Offspring;
import io.scarlet.space.Architecture;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the candidates of one generation come from, slot by slot. */
public interface Source {

  /**
   * A genotype for a slot.
   *
   * @param slot from 0, ascending from call to call
   * @param fresh holds for genotypes that were never proposed
   * @return empty where nothing fresh was found; parents are indices into the state's population
   */
  Optional<Offspring> next(int slot, Predicate<Architecture> fresh);
}
