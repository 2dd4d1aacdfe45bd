package io.scarlet.evolution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.uma.jmetal.qualityindicator.impl.hypervolume.impl.PISAHypervolume;

class HypervolumeTest {

  /** Coordinates are multiples of 1/8, so that cells of a grid can be counted instead. */
  private static final int GRID = 8;

  @Property(tries = 300)
  void it_is_the_number_of_grid_cells_below_any_point(@ForAll("fronts") List<List<Double>> points) {
    assertThat(Hypervolume.of(points)).isCloseTo(counted(points), within(1e-12));
  }

  /** A second opinion: by slices of objectives (Zitzler's PISA), as jMetal has it. */
  @Property(tries = 300)
  void it_is_what_jmetal_computes(@ForAll("anywhere") List<List<Double>> points) {
    double[] worst = points.getFirst().stream().mapToDouble(_ -> 1).toArray();
    double[][] minimised =
        points.stream()
            .map(point -> point.stream().mapToDouble(coordinate -> 1 - coordinate).toArray())
            .toArray(double[][]::new);

    assertThat(Hypervolume.of(points))
        .isCloseTo(new PISAHypervolume(worst).compute(minimised), within(1e-12));
  }

  @Property(tries = 200)
  void the_order_of_the_points_does_not_matter(
      @ForAll("fronts") List<List<Double>> points, @ForAll Random random) {
    List<List<Double>> shuffled = new ArrayList<>(points);
    Collections.shuffle(shuffled, random);

    assertThat(Hypervolume.of(shuffled)).isCloseTo(Hypervolume.of(points), within(1e-12));
  }

  @Property(tries = 200)
  void a_further_point_never_takes_volume_away(@ForAll("fronts") List<List<Double>> points) {
    List<List<Double>> fewer = points.subList(0, points.size() / 2);

    assertThat(Hypervolume.of(fewer)).isLessThanOrEqualTo(Hypervolume.of(points) + 1e-12);
  }

  @Test
  void nothing_has_no_volume_and_the_ideal_point_has_all() {
    assertThat(Hypervolume.of(List.of())).isZero();
    assertThat(Hypervolume.of(List.of(List.of(1.0, 1.0, 1.0)))).isEqualTo(1);
    assertThat(Hypervolume.of(List.of(List.of(0.5, 0.4)))).isEqualTo(0.2);
  }

  @Test
  void a_coordinate_outside_the_cube_is_refused() {
    assertThatThrownBy(() -> Hypervolume.of(List.of(List.of(0.5, 1.5))))
        .hasMessage("a coordinate lies in 0 to 1, got [0.5, 1.5]");
  }

  @Provide
  Arbitrary<List<List<Double>>> fronts() {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            dimensions ->
                Arbitraries.integers()
                    .between(0, GRID)
                    .map(step -> step / (double) GRID)
                    .list()
                    .ofSize(dimensions)
                    .list()
                    .ofMaxSize(12));
  }

  @Provide
  Arbitrary<List<List<Double>>> anywhere() {
    return Arbitraries.integers()
        .between(2, 5)
        .flatMap(
            dimensions ->
                Arbitraries.doubles()
                    .between(0, 1)
                    .ofScale(6)
                    .list()
                    .ofSize(dimensions)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(15));
  }

  private static double counted(List<List<Double>> points) {
    if (points.isEmpty()) {
      return 0;
    }
    int dimensions = points.getFirst().size();
    int cells = (int) Math.pow(GRID, dimensions);
    int covered = 0;
    for (int cell = 0; cell < cells; cell++) {
      int place = cell;
      if (points.stream().anyMatch(point -> covers(point, place))) {
        covered++;
      }
    }
    return covered / (double) cells;
  }

  private static boolean covers(List<Double> point, int cell) {
    int rest = cell;
    for (double coordinate : point) {
      if (rest % GRID >= coordinate * GRID) {
        return false;
      }
      rest /= GRID;
    }
    return true;
  }
}
