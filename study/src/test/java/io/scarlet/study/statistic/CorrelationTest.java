package io.scarlet.study.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.supernet.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  private static final double EXACT = 1e-12;

  record Pair(double score, double truth) {}

  /** Few different values, so that there are ties. */
  @Provide
  Arbitrary<List<Pair>> pairs() {
    Arbitrary<Double> values = Arbitraries.integers().between(0, 6).map(Integer::doubleValue);
    return Combinators.combine(values, values).as(Pair::new).list().ofMinSize(2).ofMaxSize(25);
  }

  private static double[] scores(List<Pair> pairs) {
    return pairs.stream().mapToDouble(Pair::score).toArray();
  }

  private static double[] truth(List<Pair> pairs) {
    return pairs.stream().mapToDouble(Pair::truth).toArray();
  }

  @Test
  void tauIsTheShareOfPairsInOrderLessThatOfPairsInReverse() {
    double tau = Correlation.KENDALL.of(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4});

    assertThat(tau).isCloseTo((5 - 1) / 6.0, within(EXACT));
  }

  @Test
  void tauTakesTiesOutOfWhatCouldBeInOrder() {
    double tau = Correlation.KENDALL.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 3});

    assertThat(tau).isCloseTo(4 / Math.sqrt((6 - 1) * (6 - 1)), within(EXACT));
  }

  @Test
  void spearmanComparesRanksAndPearsonValues() {
    double[] scores = {1, 2, 3, 4};
    double[] truth = {1, 10, 100, 1_000};

    assertThat(Correlation.SPEARMAN.of(scores, truth)).isCloseTo(1, within(EXACT));
    assertThat(Correlation.PEARSON.of(scores, truth))
        .isCloseTo(1_543.5 / Math.sqrt(5 * 701_520.75), within(EXACT));
  }

  @Property
  void allLieBetweenMinusOneAndOne(@ForAll("pairs") List<Pair> pairs) {
    for (Correlation correlation : Correlation.values()) {
      assertThat(correlation.of(scores(pairs), truth(pairs))).isBetween(-1.0, 1.0);
    }
  }

  @Property
  void tauIsThatOfItsDefinition(@ForAll("pairs") List<Pair> pairs) {
    assertThat(Correlation.KENDALL.of(scores(pairs), truth(pairs)))
        .isCloseTo(byDefinition(pairs), within(EXACT));
  }

  private static double byDefinition(List<Pair> pairs) {
    long sum = 0;
    long untiedScores = 0;
    long untiedTruth = 0;
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = 0; j < i; j++) {
        int byScore = Double.compare(pairs.get(i).score(), pairs.get(j).score());
        int byTruth = Double.compare(pairs.get(i).truth(), pairs.get(j).truth());
        sum += (long) byScore * byTruth;
        untiedScores += Math.abs(byScore);
        untiedTruth += Math.abs(byTruth);
      }
    }
    return untiedScores == 0 || untiedTruth == 0
        ? 0
        : sum / Math.sqrt((double) untiedScores * untiedTruth);
  }

  @Property
  void thePerfectOrderIsOneAndTheReversedMinusOne(@ForAll("pairs") List<Pair> pairs) {
    double[] truth = Arrays.stream(truth(pairs)).distinct().toArray();
    if (truth.length < 2) {
      return;
    }
    double[] rising = Arrays.stream(truth).map(Math::exp).toArray();
    double[] falling = Arrays.stream(truth).map(value -> -value).toArray();

    assertThat(Correlation.KENDALL.of(rising, truth)).isCloseTo(1, within(EXACT));
    assertThat(Correlation.SPEARMAN.of(rising, truth)).isCloseTo(1, within(EXACT));
    assertThat(Correlation.KENDALL.of(falling, truth)).isCloseTo(-1, within(EXACT));
    assertThat(Correlation.SPEARMAN.of(falling, truth)).isCloseTo(-1, within(EXACT));
  }

  @Property
  void theOrderOfPairsChangesNothing(@ForAll("pairs") List<Pair> pairs, @ForAll long seed) {
    List<Pair> shuffled =
        IntStream.of(Draws.of(seed, "test").permutation(pairs.size()))
            .mapToObj(pairs::get)
            .toList();

    for (Correlation correlation : Correlation.values()) {
      assertThat(correlation.of(scores(shuffled), truth(shuffled)))
          .isCloseTo(correlation.of(scores(pairs), truth(pairs)), within(1e-9));
    }
  }

  @Test
  void whatIsTheSameForAllOrdersNothing() {
    for (Correlation correlation : Correlation.values()) {
      assertThat(correlation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isZero();
    }
  }
}
