package io.scarlet.study.statistic;

import java.util.List;

/**
 * A correlation, averaged over lists of scores, with the interval that follows from which networks
 * were looked at.
 *
 * @param value mean over the lists
 * @param interval 95 %, by drawing networks again, the same for all lists
 * @param each of every list by itself
 */
public record Estimate(double value, Interval interval, List<Double> each) {

  public Estimate {
    each = List.copyOf(each);
  }

  /**
   * Measures it.
   *
   * @param scores lists of scores of the same networks, at least one
   * @param truth about these networks
   */
  public static Estimate of(Correlation correlation, List<double[]> scores, double[] truth) {
    List<Double> each = scores.stream().map(list -> correlation.of(list, truth)).toList();
    Interval interval =
        Bootstrap.interval(
            truth.length,
            drawn -> {
              double[] ofTruth = Bootstrap.chosen(truth, drawn);
              return mean(
                  scores.stream()
                      .map(list -> correlation.of(Bootstrap.chosen(list, drawn), ofTruth))
                      .toList());
            });
    return new Estimate(mean(each), interval, each);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }
}
