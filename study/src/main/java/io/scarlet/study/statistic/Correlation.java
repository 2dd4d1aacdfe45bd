package io.scarlet.study.statistic;

import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** How well scores agree with the truth, -1 to 1; 0 where either is the same for all. */
public enum Correlation {
  /** Kendall's tau-b: pairs in the same order less pairs in the other, corrected for ties. */
  KENDALL,
  /** Spearman's rho: the correlation of the ranks; ties share their mean rank. */
  SPEARMAN,
  /** Pearson's r: how near both lie to a line. */
  PEARSON;

  /**
   * Measures it.
   *
   * @param scores at least 2
   * @param truth as many
   */
  public double of(double[] scores, double[] truth) {
    double value =
        switch (this) {
          case KENDALL -> new KendallsCorrelation().correlation(scores, truth);
          case SPEARMAN -> new SpearmansCorrelation().correlation(scores, truth);
          case PEARSON -> new PearsonsCorrelation().correlation(scores, truth);
        };
    return Double.isNaN(value) ? 0 : Math.clamp(value, -1, 1);
  }
}
