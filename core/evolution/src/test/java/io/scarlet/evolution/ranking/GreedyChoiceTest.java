package io.scarlet.evolution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GreedyChoiceTest {

  @Property(tries = 150)
  void each_pick_adds_as_much_as_any_other_could(
      @ForAll("points") List<List<Double>> front, @ForAll("points") List<List<Double>> points) {
    GreedyChoice choice = new GreedyChoice(arrays(front), arrays(points));
    List<List<Double>> covered = new ArrayList<>(front);
    for (OptionalInt next = choice.next(); next.isPresent(); next = choice.next()) {
      double most = points.stream().mapToDouble(point -> added(covered, point)).max().orElseThrow();
      List<Double> picked = points.get(next.getAsInt());
      assertThat(added(covered, picked)).isPositive().isGreaterThan(most - 1e-9);
      covered.add(picked);
    }

    assertThat(points).allMatch(point -> added(covered, point) < 1e-9);
  }

  @Test
  void of_equal_points_the_first_is_picked_and_the_other_adds_nothing() {
    GreedyChoice choice =
        new GreedyChoice(List.of(), List.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}));

    assertThat(choice.next()).hasValue(0);
    assertThat(choice.next()).isEmpty();
  }

  private static double added(List<List<Double>> covered, List<Double> point) {
    List<List<Double>> more = new ArrayList<>(covered);
    more.add(point);
    return Hypervolume.of(more) - Hypervolume.of(covered);
  }

  private static List<double[]> arrays(List<List<Double>> points) {
    return points.stream()
        .map(point -> point.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }

  @Provide
  Arbitrary<List<List<Double>>> points() {
    return Arbitraries.integers()
        .between(0, 16)
        .map(step -> step / 16.0)
        .list()
        .ofSize(3)
        .list()
        .ofMaxSize(12);
  }
}
