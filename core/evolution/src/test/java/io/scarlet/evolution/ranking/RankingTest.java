package io.scarlet.evolution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(Points.class)
class RankingTest {

  @Property
  void every_point_has_one_place(@ForAll List<Merit> points) {
    assertThat(Ranking.bestFirst(points))
        .extracting(Place::index)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, points.size()).boxed().toList());
  }

  @Property
  void nobody_dominates_within_a_front(@ForAll List<Merit> points) {
    for (List<Integer> front : Ranking.fronts(points)) {
      for (int one : front) {
        assertThat(front).noneMatch(other -> points.get(other).dominates(points.get(one)));
      }
    }
  }

  @Property
  void every_later_point_is_dominated_by_one_of_the_front_before(@ForAll List<Merit> points) {
    List<List<Integer>> fronts = Ranking.fronts(points);
    for (int rank = 1; rank < fronts.size(); rank++) {
      List<Integer> before = fronts.get(rank - 1);
      for (int point : fronts.get(rank)) {
        assertThat(before).anyMatch(better -> points.get(better).dominates(points.get(point)));
      }
    }
  }

  @Property
  void a_better_place_is_never_dominated_by_a_worse_one(@ForAll List<Merit> points) {
    List<Place> places = Ranking.bestFirst(points);
    for (int i = 0; i < places.size(); i++) {
      Merit better = points.get(places.get(i).index());
      for (Place later : places.subList(i, places.size())) {
        assertThat(points.get(later.index()).dominates(better)).isFalse();
      }
    }
  }

  @Test
  void crowding_is_the_share_of_the_extent_between_the_neighbours() {
    List<Merit> line = List.of(point(0, 10), point(1, 8), point(4, 2), point(10, 0));

    assertThat(Crowding.distances(line))
        .containsExactly(Double.POSITIVE_INFINITY, 0.4 + 0.8, 0.9 + 0.8, Double.POSITIVE_INFINITY);
  }

  @Test
  void points_that_are_all_alike_do_not_divide_by_nothing() {
    List<Merit> alike = List.of(point(1, 1), point(1, 1), point(1, 1));

    assertThat(Crowding.distances(alike))
        .containsExactly(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
  }

  @Property
  void crowding_is_a_number_whatever_the_points(@ForAll List<Merit> points) {
    assertThat(Ranking.bestFirst(points)).allMatch(place -> place.crowding() >= 0);
  }

  private static Merit point(double one, double other) {
    return new Merit(List.of(one, other), 0);
  }
}
