package io.scarlet.evolution;

/**
 * A bound on what a network takes.
 *
 * @param measure a cost, or the latency
 * @param atLeast lower bound, inclusive; 0 for none
 * @param atMost upper bound, inclusive; infinity for none
 */
public record Constraint(Measure measure, double atLeast, double atMost) {

  public Constraint {
    if (!measure.canBeBounded()) {
      throw new IllegalArgumentException(
          measure.label() + " cannot be a constraint; make it an objective instead");
    }
    if (!(atLeast >= 0 && atLeast <= atMost)) {
      throw new IllegalArgumentException(
          "the bounds of %s leave nothing: at least %s, at most %s"
              .formatted(measure.label(), atLeast, atMost));
    }
  }

  /** By how much a network breaks it, as a share of the bound; 0 where it keeps it. */
  double violation(Reading reading) {
    double value = measure.of(reading);
    if (value < atLeast) {
      return (atLeast - value) / atLeast;
    }
    return value > atMost ? (value - atMost) / (atMost > 0 ? atMost : 1) : 0;
  }
}
