package io.scarlet.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Property
  void every_value_lies_between_the_ends_and_the_ticks_are_few(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
      @ForAll @DoubleRange(min = 0, max = 1e9) double span) {
    Axis axis = Axis.around("", one, one + span, String::valueOf);

    assertThat(axis.position(one)).isBetween(-1e-6, 1 + 1e-6);
    assertThat(axis.position(one + span)).isBetween(-1e-6, 1 + 1e-6);
    assertThat(axis.ticks()).isBetween(2, 8);
  }

  /** Where a step would be near the spacing of doubles, dividing by it rounds past the end. */
  @Property
  void great_values_that_hardly_differ_lie_between_the_ends_too(
      @ForAll @DoubleRange(min = 1e8, max = 1e9) double one,
      @ForAll @DoubleRange(min = 0, max = 0.01) double span) {
    Axis axis = Axis.around("", one, one + span, String::valueOf);

    assertThat(axis.position(one)).isBetween(-1e-6, 1 + 1e-6);
    assertThat(axis.position(one + span)).isBetween(-1e-6, 1 + 1e-6);
  }

  @Test
  void ticks_are_round() {
    Axis axis = Axis.around("", 0.713, 0.884, String::valueOf);

    assertThat(axis.low()).isCloseTo(0.70, within(1e-9));
    assertThat(axis.step()).isCloseTo(0.05, within(1e-9));
  }
}
