package io.scarlet.study.statistic;

import io.scarlet.supernet.random.Draws;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * The percentile bootstrap (Efron 1979): a figure is measured again on samples that are drawn from
 * the sample with replacement, and its interval holds the middle 95 % of what comes. The draws are
 * a function of nothing but their place, so equal samples have equal intervals.
 */
public final class Bootstrap {

  /** Samples that are drawn. */
  public static final int SAMPLES = 2_000;

  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  private Bootstrap() {}

  /**
   * The 95 % interval of a figure.
   *
   * @param size of the sample
   * @param figure of a sample, given as indices into the first one
   */
  public static Interval interval(int size, ToDoubleFunction<int[]> figure) {
    Draws draws = Draws.of(0, "bootstrap");
    double[] figures = new double[SAMPLES];
    int[] drawn = new int[size];
    for (int sample = 0; sample < SAMPLES; sample++) {
      Draws ofSample = draws.at(sample);
      for (int i = 0; i < size; i++) {
        drawn[i] = ofSample.below(size, i);
      }
      figures[sample] = figure.applyAsDouble(drawn);
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(figures);
    return new Interval(percentile.evaluate(LOW), percentile.evaluate(HIGH));
  }

  /** The values at these indices. */
  static double[] chosen(double[] values, int[] indices) {
    double[] chosen = new double[indices.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[indices[i]];
    }
    return chosen;
  }
}
