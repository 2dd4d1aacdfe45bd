package io.scarlet.study.rank;

import io.scarlet.study.statistic.Correlation;
import io.scarlet.study.statistic.Estimate;
import io.scarlet.study.statistic.Regret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the scores of some supernets, made in one way, rank networks.
 *
 * @param recalibrationBatches the way to score
 * @param networks how many
 * @param seeds of the supernets
 * @param correlations mean over the supernets, and each
 * @param regrets by k, 0 to 1, one a supernet: the truth's best less the best of the k best scored
 * @param scores mean score over the networks, one a supernet, 0 to 1
 */
public record Ranking(
    int recalibrationBatches,
    int networks,
    List<Long> seeds,
    Map<Correlation, Estimate> correlations,
    Map<Integer, List<Double>> regrets,
    List<Double> scores) {

  private static final List<Integer> TOP = List.of(1, 5, 10);

  /**
   * Holds scores against the truth.
   *
   * @param bySeed accuracies of the same networks in the same order by each supernet
   * @param truth accuracies of these networks
   */
  public static Ranking of(int recalibrationBatches, Map<Long, double[]> bySeed, double[] truth) {
    List<double[]> lists = List.copyOf(bySeed.values());
    Map<Correlation, Estimate> correlations = new EnumMap<>(Correlation.class);
    for (Correlation correlation : Correlation.values()) {
      correlations.put(correlation, Estimate.of(correlation, lists, truth));
    }
    Map<Integer, List<Double>> regrets = new LinkedHashMap<>();
    for (int k : TOP) {
      regrets.put(k, lists.stream().map(list -> Regret.among(k, list, truth)).toList());
    }
    return new Ranking(
        recalibrationBatches,
        truth.length,
        new ArrayList<>(bySeed.keySet()),
        correlations,
        regrets,
        lists.stream().map(Ranking::mean).toList());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
