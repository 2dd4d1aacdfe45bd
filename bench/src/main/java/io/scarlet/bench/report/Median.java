package io.scarlet.bench.report;

import java.util.Arrays;

/** The middle of some figures: a disturbed few do not move it. */
public final class Median {

  private Median() {}

  /**
   * The median; of an even number, the mean of the two in the middle.
   *
   * @throws IllegalArgumentException where there are no figures
   */
  public static double of(double[] figures) {
    if (figures.length == 0) {
      throw new IllegalArgumentException("no figures have no median");
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
