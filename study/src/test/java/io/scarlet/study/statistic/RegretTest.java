package io.scarlet.study.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegretTest {

  private static final double[] SCORES = {0.5, 0.9, 0.7, 0.9};
  private static final double[] TRUTH = {0.95, 0.80, 0.90, 0.85};

  @Test
  void isTheBestTruthLessThatOfTheBestAmongTheHighestScores() {
    assertThat(Regret.among(2, SCORES, TRUTH)).isCloseTo(0.10, within(1e-12));
    assertThat(Regret.among(3, SCORES, TRUTH)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void amongEqualScoresTheFormerComesFirst() {
    assertThat(Regret.among(1, SCORES, TRUTH)).isCloseTo(0.15, within(1e-12));
  }

  @Test
  void nothingIsLostByLookingAtAll() {
    assertThat(Regret.among(4, SCORES, TRUTH)).isZero();
    assertThat(Regret.among(10, SCORES, TRUTH)).isZero();
  }
}
