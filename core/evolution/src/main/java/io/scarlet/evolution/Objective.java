package io.scarlet.evolution;

import io.scarlet.space.Costs;

/** One thing that a search wants. */
public record Objective(Measure measure, Direction direction) {

  /** The value such that greater is better. */
  double gain(double accuracy, Costs costs) {
    double value = measure.of(accuracy, costs);
    return direction == Direction.MAXIMIZE ? value : -value;
  }

  /**
   * The value from 0, the worst that the space allows, to 1, the best.
   *
   * @param cheapest the least of each cost in the space
   * @param dearest the most of each cost in the space
   */
  double share(double accuracy, Costs costs, Costs cheapest, Costs dearest) {
    double least = measure.of(0, cheapest);
    double most = measure.of(1, dearest);
    if (least == most) {
      return 1; // no network of the space is better or worse in this
    }
    double share = (measure.of(accuracy, costs) - least) / (most - least);
    return direction == Direction.MAXIMIZE ? share : 1 - share;
  }
}
