package io.scarlet.evolution;

/** One thing that a search wants. */
public record Objective(Measure measure, Direction direction) {

  /** The value such that greater is better. */
  double gain(Reading reading) {
    double value = measure.of(reading);
    return direction == Direction.MAXIMIZE ? value : -value;
  }

  /**
   * The value from 0, the worst that the space allows, to 1, the best. What is even worse, a loss
   * above that of chance for instance, has 0. Latencies are shared out by their logarithms: half
   * the time is worth as much to slow networks as to fast ones.
   *
   * @param least of each measure in the space
   * @param most of each measure in the space
   */
  double share(Reading reading, Reading least, Reading most) {
    double from = place(least);
    double to = place(most);
    if (from == to) {
      return 1; // no network of the space is better or worse in this
    }
    double share = Math.clamp((place(reading) - from) / (to - from), 0.0, 1.0);
    return direction == Direction.MAXIMIZE ? share : 1 - share;
  }

  /** Where a network lies on the scale of the measure. */
  private double place(Reading reading) {
    double value = measure.of(reading);
    return measure == Measure.LATENCY ? StrictMath.log(value) : value;
  }
}
