package io.scarlet.space.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SegmentTest {

  private static final FeatureMap IN = new FeatureMap(14, 14, 24);

  @Test
  void aSegmentWithoutOperatorsPassesItsInputOn() {
    Segment skip = new Segment(IN, List.of(), false);
    assertThat(skip.isIdentity()).isTrue();
    assertThat(skip.out()).isEqualTo(IN);
    assertThat(skip.parameters()).isZero();
  }

  @Test
  void operatorsThatDoNotFitAreRefused() {
    Operator misfit = new Operator.GlobalAveragePool(new FeatureMap(7, 7, 24));
    assertThatThrownBy(() -> new Segment(IN, List.of(misfit), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot follow features of 14x14x24");
  }

  @Property
  void aStrideCoversEveryPlaceOnce(
      @ForAll @IntRange(min = 1, max = 64) int side,
      @ForAll @IntRange(min = 1, max = 3) int stride) {
    FeatureMap out = new FeatureMap(side, side, 1).strided(stride);
    assertThat((out.height() - 1) * stride).isLessThan(side);
    assertThat(out.height() * stride).isGreaterThanOrEqualTo(side);
  }
}
