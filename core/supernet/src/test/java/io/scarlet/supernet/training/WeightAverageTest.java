package io.scarlet.supernet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

  @Test
  void earlyAveragesForgetTheStart() {
    WeightAverage average = new WeightAverage(0.999);
    assertThat(average.share(1)).isCloseTo(1 - 2.0 / 11, within(1e-12));
    assertThat(average.share(90)).isCloseTo(1 - 91.0 / 100, within(1e-12));
    assertThat(average.share(1_000_000)).isCloseTo(0.001, within(1e-12));
  }

  @Property
  void aShareFallsToThatOfTheDecayAndStaysThere(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double decay,
      @ForAll @LongRange(min = 1, max = 1_000_000) long steps) {
    WeightAverage average = new WeightAverage(decay);
    assertThat(average.share(steps)).isGreaterThanOrEqualTo(1 - decay).isLessThan(1);
    assertThat(average.share(steps + 1)).isLessThanOrEqualTo(average.share(steps));
  }
}
