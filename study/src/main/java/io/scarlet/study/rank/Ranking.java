package io.scarlet.study.rank;

import io.scarlet.study.statistic.Correlation;
import io.scarlet.study.statistic.Estimate;
import io.scarlet.study.statistic.Regret;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Holds scores against the truth. */
  public static Ranking of(SampleScores scores) {
    double[] truth = array(scores.truth());
    List<double[]> lists = scores.bySeed().values().stream().map(Ranking::array).toList();
    Map<Correlation, Estimate> correlations = new EnumMap<>(Correlation.class);
    for (Correlation correlation : Correlation.values()) {
      correlations.put(correlation, Estimate.of(correlation, lists, truth));
    }
    Map<Integer, List<Double>> regrets = new LinkedHashMap<>();
    for (int k : TOP) {
      regrets.put(k, lists.stream().map(list -> Regret.among(k, list, truth)).toList());
    }
    return new Ranking(
        scores.recalibrationBatches(),
        truth.length,
        new ArrayList<>(scores.bySeed().keySet()),
        correlations,
        regrets,
        lists.stream().map(list -> Arrays.stream(list).average().orElseThrow()).toList());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
