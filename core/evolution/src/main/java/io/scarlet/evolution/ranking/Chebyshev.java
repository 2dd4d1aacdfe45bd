package io.scarlet.evolution.ranking;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Several gains as one: the augmented Chebyshev scalarisation (Steuer, Choo 1983). A point is as
 * good as its worst weighted distance from the best of each gain is small; a little of the sum of
 * all distances decides between equals. Every point of a front is the best for some weights.
 *
 * @param weights one a gain, at least 0, of sum 1
 */
public record Chebyshev(List<Double> weights) {

  private static final double SHARE_OF_SUM = 0.05;

  public Chebyshev {
    weights = List.copyOf(weights);
  }

  /**
   * Weights drawn evenly from all there are.
   *
   * @param gains how many, at least 1
   * @param fraction draws a number, at least 0 and below 1
   */
  public static Chebyshev drawn(int gains, DoubleSupplier fraction) {
    double[] cuts = new double[gains + 1];
    for (int i = 1; i < gains; i++) {
      cuts[i] = fraction.getAsDouble();
    }
    cuts[gains] = 1;
    Arrays.sort(cuts);
    Double[] weights = new Double[gains];
    for (int i = 0; i < gains; i++) {
      weights[i] = cuts[i + 1] - cuts[i];
    }
    return new Chebyshev(List.of(weights));
  }

  /**
   * The best of some points: of those with the least violation, the one of least distance. Gains
   * are scaled by how far these points reach.
   *
   * @param points at least one
   * @return an index, the first of equals
   */
  public int best(List<Merit> points) {
    double least = points.stream().mapToDouble(Merit::violation).min().orElseThrow();
    List<Merit> rivals = points.stream().filter(point -> point.violation() == least).toList();
    double[] ideal = new double[weights.size()];
    double[] scale = new double[weights.size()];
    for (int gain = 0; gain < scale.length; gain++) {
      int at = gain;
      DoubleSummaryStatistics reach =
          rivals.stream().mapToDouble(point -> point.gains().get(at)).summaryStatistics();
      ideal[gain] = reach.getMax();
      double extent = reach.getMax() - reach.getMin();
      scale[gain] = extent > 0 ? weights.get(gain) / extent : 0;
    }
    Merit best = rivals.getFirst();
    for (Merit rival : rivals) {
      if (distance(rival, ideal, scale) < distance(best, ideal, scale)) {
        best = rival;
      }
    }
    return points.indexOf(best);
  }

  private static double distance(Merit point, double[] ideal, double[] scale) {
    double greatest = 0;
    double sum = 0;
    for (int gain = 0; gain < scale.length; gain++) {
      double missing = scale[gain] * (ideal[gain] - point.gains().get(gain));
      greatest = Math.max(greatest, missing);
      sum += missing;
    }
    return greatest + SHARE_OF_SUM * sum;
  }
}
