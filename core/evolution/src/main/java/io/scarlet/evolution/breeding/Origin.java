package io.scarlet.evolution.breeding;

/** How a genotype came to be. */
public enum Origin {
  /** Drawn evenly from the space. */
  SEEDED,
  /** From two parents. */
  CROSSOVER,
  /** From one parent with other choices in some layers. */
  MUTATION,
  /** From two parents, then changed. */
  CROSSOVER_MUTATION,
  /** From the list of all networks: the first that was left, or the choice of a prediction. */
  ENUMERATED
}
