package io.scarlet.evolution.prediction;

import io.scarlet.space.Architecture;
import java.util.Arrays;
import java.util.List;

/**
 * Ridge regression of a figure on the choices of a network: an indicator for each choice of each
 * layer, and one for each pair of choices of two layers, which weighs half as much. The mean of the
 * examples is the intercept.
 *
 * <p>It is fitted in its dual form (Saunders, Gammerman, Vovk 1998), as there are more indicators
 * than examples: two networks with m layers alike have the similarity m + m(m-1)/4. Every sum runs
 * in a fixed order on one thread, so the same examples give the same bits on every machine.
 */
public final class ChoiceRegression {

  /** Strength of the ridge, in units of the similarity. */
  private static final double RIDGE = 1;

  private static final double PAIR_WEIGHT = 0.5;

  private final double mean;
  private final double deviation;
  private final ChoiceWeights weights;

  private ChoiceRegression(double mean, double deviation, ChoiceWeights weights) {
    this.mean = mean;
    this.deviation = deviation;
    this.weights = weights;
  }

  /**
   * Fits examples in their order. Takes O(n³) for n of them.
   *
   * @param networks at least one, of as many layers each
   * @param figures one a network, finite
   */
  public static ChoiceRegression fit(List<Architecture> networks, double[] figures) {
    if (networks.isEmpty() || networks.size() != figures.length) {
      throw new IllegalArgumentException(
          "a regression needs an example and a figure for each, got %d and %d"
              .formatted(networks.size(), figures.length));
    }
    double mean = mean(figures);
    Cholesky similarities = new Cholesky(similarities(networks));
    double[] dual =
        similarities.solve(Arrays.stream(figures).map(figure -> figure - mean).toArray());
    double deviation = deviation(dual, similarities.inverseDiagonal());
    if (!Double.isFinite(deviation)) {
      throw new IllegalArgumentException("the figures of a regression are finite");
    }
    ChoiceWeights weights = new ChoiceWeights(networks.getFirst().choices().size());
    for (int i = 0; i < dual.length; i++) {
      weights.add(networks.get(i), dual[i], PAIR_WEIGHT * dual[i]);
    }
    return new ChoiceRegression(mean, deviation, weights);
  }

  /** The figure that a network is expected to have. */
  public double predict(Architecture network) {
    return mean + weights.of(network);
  }

  /**
   * By how much an example is missed when it is left out of the fit: root of the mean square over
   * all examples.
   */
  public double deviation() {
    return deviation;
  }

  /** Only what lies on the diagonal and above it. */
  private static double[][] similarities(List<Architecture> networks) {
    int[][] choices =
        networks.stream()
            .map(network -> network.choices().stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    double[][] similarities = new double[choices.length][choices.length];
    for (int i = 0; i < choices.length; i++) {
      for (int j = i; j < choices.length; j++) {
        similarities[i][j] = similarity(choices[i], choices[j]);
      }
      similarities[i][i] += RIDGE;
    }
    return similarities;
  }

  private static double similarity(int[] one, int[] other) {
    int alike = 0;
    for (int layer = 0; layer < one.length; layer++) {
      if (one[layer] == other[layer]) {
        alike++;
      }
    }
    return alike + PAIR_WEIGHT * alike * (alike - 1) / 2;
  }

  /** Leaving one out changes its residual to dual over the diagonal of the inverse. */
  private static double deviation(double[] dual, double[] inverseDiagonal) {
    double squares = 0;
    for (int i = 0; i < dual.length; i++) {
      double missed = dual[i] / inverseDiagonal[i];
      squares += missed * missed;
    }
    return Math.sqrt(squares / dual.length);
  }

  private static double mean(double[] figures) {
    double sum = 0;
    for (double figure : figures) {
      sum += figure;
    }
    return sum / figures.length;
  }
}
