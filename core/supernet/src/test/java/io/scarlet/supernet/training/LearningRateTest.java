package io.scarlet.supernet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LearningRateTest {

  @Test
  void itWarmsUpLinearlyAndComesDownAlongACosine() {
    LearningRate schedule = new LearningRate(0.4, 4, 12, 6, new RateDecay.Cosine());
    assertThat(schedule.at(0)).isEqualTo(0.1);
    assertThat(schedule.at(1)).isEqualTo(0.2);
    assertThat(schedule.at(3)).isEqualTo(0.4);
    assertThat(schedule.at(4)).isEqualTo(0.4);
    assertThat(schedule.at(8)).isCloseTo(0.2, within(1e-12));
    assertThat(schedule.at(6)).isCloseTo(0.2 * (1 + Math.sqrt(0.5)), within(1e-12));
    assertThat(schedule.at(11)).isPositive();
  }

  @Property
  void itNeverExceedsItsPeakNorFallsToZeroBeforeTheEnd(
      @ForAll @IntRange(min = 0, max = 50) int warmup,
      @ForAll @IntRange(min = 1, max = 200) int rest) {
    LearningRate schedule =
        new LearningRate(0.1, warmup, (long) warmup + rest, 10, new RateDecay.Cosine());
    for (long step = 0; step < warmup + rest; step++) {
      assertThat(schedule.at(step)).isPositive().isLessThanOrEqualTo(0.1 + 1e-12);
      if (step > warmup) {
        assertThat(schedule.at(step)).isLessThan(schedule.at(step - 1));
      }
    }
    assertThat(schedule.at(warmup)).isEqualTo(0.1);
  }

  /** By 0.97 every 2.4 epochs of 10 steps, from the end of the warm-up. */
  @Test
  void thatOfMnasNetFallsInSteps() {
    LearningRate schedule = new LearningRate(1, 20, 1_000, 10, new RateDecay.Exponential());
    assertThat(schedule.at(9)).isEqualTo(0.5);
    assertThat(schedule.at(20)).isEqualTo(1);
    assertThat(schedule.at(43)).isEqualTo(1);
    assertThat(schedule.at(44)).isCloseTo(0.97, within(1e-12));
    assertThat(schedule.at(20 + 240)).isCloseTo(Math.pow(0.97, 10), within(1e-12));
  }
}
