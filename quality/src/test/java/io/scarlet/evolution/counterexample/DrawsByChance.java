package io.scarlet.evolution.counterexample;

import java.util.Random;
import java.util.UUID;

/** Breaks the rule that the core has no ambient randomness. */
public final class DrawsByChance {

  private DrawsByChance() {}

  static double draw() {
    return Math.random() + new Random(1).nextDouble();
  }

  static UUID name() {
    return UUID.randomUUID();
  }
}
