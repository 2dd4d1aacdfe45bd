package io.scarlet.evolution.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class ChoiceRegressionTest {

  private static final int LAYERS = 4;
  private static final int CHOICES = 3;

  /** The primal form: indicators written out, and the normal equations. */
  @Property(tries = 40)
  void it_is_ridge_regression_on_indicators_of_choices_and_pairs(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int examples) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Architecture> networks = networks(random, examples);
    double[] figures = random.doubles(examples).toArray();
    double mean = IntStream.range(0, examples).mapToDouble(i -> figures[i]).average().orElseThrow();
    DMatrixRMaj weights =
        primal(
            networks, IntStream.range(0, examples).mapToDouble(i -> figures[i] - mean).toArray());

    ChoiceRegression fitted = ChoiceRegression.fit(networks, figures);

    for (Architecture network : networks(random, 10)) {
      double expected = mean + product(network, weights);
      assertThat(fitted.predict(network)).isCloseTo(expected, within(1e-9));
    }
  }

  /** The intercept stays that of all examples. */
  @Property(tries = 20)
  void the_deviation_is_what_is_missed_when_an_example_is_left_out(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Architecture> networks = networks(random, 12);
    double[] figures = random.doubles(12).toArray();
    double mean = IntStream.range(0, 12).mapToDouble(i -> figures[i]).average().orElseThrow();
    double squares = 0;
    for (int left = 0; left < 12; left++) {
      List<Architecture> others = new ArrayList<>(networks);
      others.remove(left);
      int out = left;
      double[] rest =
          IntStream.range(0, 12)
              .filter(i -> i != out)
              .mapToDouble(i -> figures[i] - mean)
              .toArray();
      double predicted = product(networks.get(left), primal(others, rest));
      squares += Math.pow(figures[left] - mean - predicted, 2);
    }

    assertThat(ChoiceRegression.fit(networks, figures).deviation())
        .isCloseTo(Math.sqrt(squares / 12), within(1e-9));
  }

  @Test
  void what_choices_and_pairs_add_is_learned() {
    ToDoubleFunction<Architecture> truth =
        network ->
            network.choices().get(0)
                - 0.5 * network.choices().get(2)
                + (network.choices().get(1).equals(network.choices().get(3)) ? 0.7 : 0);
    SplittableRandom random = new SplittableRandom(1);
    List<Architecture> seen = networks(random, 60);
    double mean = seen.stream().mapToDouble(truth).average().orElseThrow();
    ChoiceRegression fitted =
        ChoiceRegression.fit(seen, seen.stream().mapToDouble(truth).toArray());

    double missed = 0;
    double spread = 0;
    for (Architecture network : networks(random, 200)) {
      missed += Math.pow(fitted.predict(network) - truth.applyAsDouble(network), 2);
      spread += Math.pow(mean - truth.applyAsDouble(network), 2);
    }
    assertThat(missed).isLessThan(spread / 20);
  }

  @Test
  void equal_examples_give_equal_bits() {
    List<Architecture> networks = networks(new SplittableRandom(3), 200);
    double[] figures = new SplittableRandom(4).doubles(200).toArray();

    assertThat(ChoiceRegression.fit(networks, figures).predict(networks.getFirst()))
        .isEqualTo(ChoiceRegression.fit(networks, figures).predict(networks.getFirst()));
  }

  @Test
  void what_cannot_be_fitted_is_refused() {
    assertThatThrownBy(() -> ChoiceRegression.fit(List.of(), new double[0]))
        .hasMessage("a regression needs an example and a figure for each, got 0 and 0");
    assertThatThrownBy(
            () ->
                ChoiceRegression.fit(
                    networks(new SplittableRandom(5), 2), new double[] {1, Double.NaN}))
        .hasMessage("the figures of a regression are finite");
  }

  /** Weights of all indicators by the normal equations. */
  private static DMatrixRMaj primal(List<Architecture> networks, double[] centred) {
    DMatrixRMaj x = new DMatrixRMaj(rows(networks));
    int indicators = x.getNumCols();
    DMatrixRMaj normal = new DMatrixRMaj(indicators, indicators);
    CommonOps_DDRM.multTransA(x, x, normal);
    CommonOps_DDRM.addEquals(normal, CommonOps_DDRM.identity(indicators));
    DMatrixRMaj right = new DMatrixRMaj(indicators, 1);
    CommonOps_DDRM.multTransA(x, new DMatrixRMaj(centred.length, 1, true, centred), right);
    DMatrixRMaj weights = new DMatrixRMaj(indicators, 1);
    CommonOps_DDRM.solve(normal, right, weights);
    return weights;
  }

  private static double product(Architecture network, DMatrixRMaj weights) {
    return CommonOps_DDRM.dot(new DMatrixRMaj(rows(List.of(network))[0]), weights);
  }

  private static List<Architecture> networks(SplittableRandom random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> new Architecture(random.ints(LAYERS, 0, CHOICES).boxed().toList()))
        .toList();
  }

  private static double[][] rows(List<Architecture> networks) {
    double[][] rows = new double[networks.size()][];
    for (int i = 0; i < rows.length; i++) {
      List<Integer> choices = networks.get(i).choices();
      List<Double> row = new ArrayList<>();
      for (int layer = 0; layer < LAYERS; layer++) {
        for (int choice = 0; choice < CHOICES; choice++) {
          row.add(choices.get(layer) == choice ? 1.0 : 0.0);
        }
        for (int later = layer + 1; later < LAYERS; later++) {
          for (int pair = 0; pair < CHOICES * CHOICES; pair++) {
            boolean has = choices.get(layer) * CHOICES + choices.get(later) == pair;
            row.add(has ? Math.sqrt(0.5) : 0.0);
          }
        }
      }
      rows[i] = row.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return rows;
  }
}
