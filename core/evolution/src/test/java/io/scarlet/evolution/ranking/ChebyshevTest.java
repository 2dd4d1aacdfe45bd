package io.scarlet.evolution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Points.class)
@Domain(DomainContext.Global.class)
class ChebyshevTest {

  @Property
  void drawn_weights_are_shares_of_one(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int gains) {
    Chebyshev drawn = Chebyshev.drawn(gains, new SplittableRandom(seed)::nextDouble);

    assertThat(drawn.weights()).hasSize(gains).allMatch(weight -> weight >= 0);
    assertThat(drawn.weights().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Property
  void nothing_dominates_the_best(@ForAll List<Merit> points, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Merit best = points.get(Chebyshev.drawn(3, random::nextDouble).best(points));

    assertThat(points)
        .noneMatch(point -> point.dominates(best) && point.violation() < best.violation());
    assertThat(points).noneMatch(point -> betterInAll(point, best));
  }

  @Test
  void weights_say_which_end_of_a_front_is_best() {
    List<Merit> front =
        List.of(
            new Merit(List.of(10.0, 0.0), 0),
            new Merit(List.of(6.0, 6.0), 0),
            new Merit(List.of(0.0, 10.0), 0));

    assertThat(new Chebyshev(List.of(1.0, 0.0)).best(front)).isZero();
    assertThat(new Chebyshev(List.of(0.5, 0.5)).best(front)).isEqualTo(1);
    assertThat(new Chebyshev(List.of(0.0, 1.0)).best(front)).isEqualTo(2);
  }

  private static boolean betterInAll(Merit one, Merit other) {
    if (one.violation() != other.violation()) {
      return false;
    }
    for (int gain = 0; gain < 3; gain++) {
      if (one.gains().get(gain) <= other.gains().get(gain)) {
        return false;
      }
    }
    return true;
  }
}
