package io.scarlet.study.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.supernet.random.Draws;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {

  private static final int SIZE = 100;

  private static double[] truth() {
    return IntStream.range(0, SIZE).mapToDouble(i -> i).toArray();
  }

  private static double[] noisy(long seed) {
    Draws draws = Draws.of(seed, "noise");
    return IntStream.range(0, SIZE).mapToDouble(i -> i + 30 * draws.normal(i)).toArray();
  }

  @Test
  void equalSamplesHaveEqualIntervals() {
    Estimate one = Estimate.of(Correlation.KENDALL, List.of(noisy(1)), truth());
    Estimate other = Estimate.of(Correlation.KENDALL, List.of(noisy(1)), truth());

    assertThat(other).isEqualTo(one);
  }

  @Test
  void theIntervalHoldsTheFigureAndIsAsWideAsTheoryHasIt() {
    Estimate pearson = Estimate.of(Correlation.PEARSON, List.of(noisy(1)), truth());
    double width = pearson.interval().high() - pearson.interval().low();
    double deviation = (1 - pearson.value() * pearson.value()) / Math.sqrt(SIZE);

    assertThat(pearson.value()).isBetween(pearson.interval().low(), pearson.interval().high());
    assertThat(width).isCloseTo(2 * 1.96 * deviation, within(0.35 * width));
  }

  @Test
  void severalListsAreAveraged() {
    Estimate both = Estimate.of(Correlation.KENDALL, List.of(noisy(1), noisy(2)), truth());

    assertThat(both.each())
        .containsExactly(
            Correlation.KENDALL.of(noisy(1), truth()), Correlation.KENDALL.of(noisy(2), truth()));
    assertThat(both.value())
        .isCloseTo((both.each().getFirst() + both.each().getLast()) / 2, within(1e-12));
  }
}
