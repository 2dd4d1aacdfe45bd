package io.scarlet.evolution.prediction;

import io.scarlet.space.Architecture;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

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
    int examples = figures.length;
    double mean = mean(figures);
    DMatrixRMaj centred = new DMatrixRMaj(examples, 1);
    for (int i = 0; i < examples; i++) {
      centred.set(i, 0, figures[i] - mean);
    }
    DMatrixRMaj inverse = new DMatrixRMaj(examples, examples);
    if (!CommonOps_DDRM.invertSPD(similarities(networks), inverse)) {
      throw new IllegalArgumentException("the figures of a regression are finite");
    }
    DMatrixRMaj dual = new DMatrixRMaj(examples, 1);
    CommonOps_DDRM.mult(inverse, centred, dual);
    ChoiceWeights weights = new ChoiceWeights(networks.getFirst().choices().size());
    for (int i = 0; i < examples; i++) {
      weights.add(networks.get(i), dual.get(i, 0), PAIR_WEIGHT * dual.get(i, 0));
    }
    return new ChoiceRegression(mean, deviation(dual, inverse), weights);
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

  private static DMatrixRMaj similarities(List<Architecture> networks) {
    int[][] choices =
        networks.stream()
            .map(network -> network.choices().stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    int examples = choices.length;
    DMatrixRMaj similarities = new DMatrixRMaj(examples, examples);
    for (int i = 0; i < examples; i++) {
      for (int j = 0; j <= i; j++) {
        double similarity = similarity(choices[i], choices[j]);
        similarities.set(i, j, similarity);
        similarities.set(j, i, similarity);
      }
      similarities.add(i, i, RIDGE);
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
  private static double deviation(DMatrixRMaj dual, DMatrixRMaj inverse) {
    double squares = 0;
    for (int i = 0; i < dual.numRows; i++) {
      double missed = dual.get(i, 0) / inverse.get(i, i);
      squares += missed * missed;
    }
    return Math.sqrt(squares / dual.numRows);
  }

  private static double mean(double[] figures) {
    double sum = 0;
    for (double figure : figures) {
      sum += figure;
    }
    return sum / figures.length;
  }
}
