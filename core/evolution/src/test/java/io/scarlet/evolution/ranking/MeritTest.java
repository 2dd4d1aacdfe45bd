package io.scarlet.evolution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** Dominance is a strict partial order. */
@Domain(Points.class)
class MeritTest {

  @Property
  void nothing_dominates_itself(@ForAll Merit point) {
    assertThat(point.dominates(point)).isFalse();
  }

  @Property
  void what_dominates_is_not_dominated_back(@ForAll Merit one, @ForAll Merit other) {
    assertThat(one.dominates(other) && other.dominates(one)).isFalse();
  }

  @Property
  void dominance_carries_over(@ForAll Merit one, @ForAll Merit two, @ForAll Merit three) {
    if (one.dominates(two) && two.dominates(three)) {
      assertThat(one.dominates(three)).isTrue();
    }
  }

  @Property
  void a_feasible_point_dominates_an_infeasible_one(@ForAll Merit one, @ForAll Merit other) {
    if (one.feasible() && !other.feasible()) {
      assertThat(one.dominates(other)).isTrue();
    }
  }

  @Test
  void a_trade_off_is_no_dominance() {
    assertThat(merit(0, 1, 0).dominates(merit(0, 0, 1))).isFalse();
    assertThat(merit(0, 1, 1).dominates(merit(0, 0, 1))).isTrue();
    assertThat(merit(0.5, 9, 9).dominates(merit(0.2, 0, 0))).isFalse();
    assertThat(merit(0.2, 0, 0).dominates(merit(0.5, 9, 9))).isTrue();
  }

  @Test
  void what_is_no_number_is_refused() {
    assertThatThrownBy(() -> merit(0, Double.NaN, 0)).hasMessage("a gain is finite, got NaN");
    assertThatThrownBy(() -> merit(-1, 0, 0)).hasMessage("a violation is at least 0, got -1.0");
    assertThatThrownBy(() -> new Merit(List.of(), 0)).hasMessageContaining("at least one gain");
  }

  private static Merit merit(double violation, double one, double other) {
    return new Merit(List.of(one, other), violation);
  }
}
