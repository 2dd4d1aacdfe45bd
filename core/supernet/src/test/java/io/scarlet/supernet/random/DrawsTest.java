package io.scarlet.supernet.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Property(tries = 200)
  void aPermutationHoldsEveryNumberOnce(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int size) {
    assertThat(Draws.of(seed, "order").permutation(size))
        .containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
  }

  @Property(tries = 200)
  void aDrawIsAFunctionOfItsCoordinates(
      @ForAll long seed, @ForAll long coordinate, @ForAll @IntRange(min = 0) int index) {
    Draws draws = Draws.of(seed, "purpose").at(coordinate);
    long bits = draws.bits(index);
    draws.bits(index + 1L);
    assertThat(Draws.of(seed, "purpose").at(coordinate).bits(index)).isEqualTo(bits);
    assertThat(Draws.of(seed, "other purpose").at(coordinate).bits(index)).isNotEqualTo(bits);
    assertThat(Draws.of(seed, "purpose").at(coordinate + 1).bits(index)).isNotEqualTo(bits);
    assertThat(draws.uniform(index)).isBetween(0.0, Math.nextDown(1.0));
  }

  @Test
  void normalDrawsHaveMeanZeroAndVarianceOne() {
    Draws draws = Draws.of(1, "normal");
    int count = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double value = draws.normal(i);
      sum += value;
      squares += value * value;
    }
    assertThat(sum / count).isCloseTo(0, within(0.03));
    assertThat(squares / count).isCloseTo(1, within(0.04));
  }

  @Test
  void allOrdersOfThreeComeUp() {
    Set<String> orders = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      orders.add(Arrays.toString(Draws.of(1, "order").at(i).permutation(3)));
    }
    assertThat(orders).hasSize(6);
  }
}
