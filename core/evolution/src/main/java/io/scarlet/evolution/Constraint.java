package io.scarlet.evolution;

import io.scarlet.space.Costs;

/**
 * A bound on a cost.
 *
 * @param measure a cost
 * @param atLeast lower bound, inclusive; 0 for none
 * @param atMost upper bound, inclusive; infinity for none
 */
public record Constraint(Measure measure, double atLeast, double atMost) {

  public Constraint {
    if (!measure.isCost()) {
      throw new IllegalArgumentException(
          measure.label() + " cannot be a constraint; make it an objective instead");
    }
    if (!(atLeast >= 0 && atLeast <= atMost)) {
      throw new IllegalArgumentException(
          "the bounds of %s leave nothing: at least %s, at most %s"
              .formatted(measure.label(), atLeast, atMost));
    }
  }

  /** By how much the costs break it, as a share of the bound; 0 where they keep it. */
  double violation(Costs costs) {
    double value = measure.of(new Reading(0, 0, costs));
    if (value < atLeast) {
      return (atLeast - value) / atLeast;
    }
    return value > atMost ? (value - atMost) / Math.max(atMost, 1) : 0;
  }
}
