package io.scarlet.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.evolution.Mode;
import io.scarlet.evolution.Nsga2;
import io.scarlet.evolution.Predictor;
import io.scarlet.evolution.Strategy;
import io.scarlet.evolution.breeding.Enumeration;
import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchRunTest {

  private static final Problem MACRO = Problems.named(Problems.MACRO);

  static List<Strategy> strategies() {
    return Strategy.all();
  }

  @ParameterizedTest
  @CsvSource({"nas-bench-macro, 3969", "fashion-quick-supernet, 2304", "synthetic, 200000"})
  void of_every_network_of_a_problem_the_figures_are_known(String name, int networks) {
    Problem problem = Problems.named(name);
    List<Architecture> all = new Enumeration(problem.space()).all();

    assertThat(all).hasSize(networks);
    assertThat(problem.share(all)).isCloseTo(1, within(1e-12));
    assertThat(problem.truth()).isBetween(0.3, 0.95);
  }

  @Test
  void the_share_counts_accuracies_from_80_to_94_percent_and_costs_up_to_110_million() {
    List<Architecture> one = List.of(MACRO.space().parse("11111111"));

    double expected = (91.93 - 80) / 14 * (1 - 53_246_464 / 110e6) / MACRO.truth();
    assertThat(MACRO.share(one)).isCloseTo(expected, within(0.001));
    assertThat(MACRO.share(List.of(MACRO.space().parse("00000000")))).isZero();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_search_with_fewer_evaluations_is_the_beginning_of_one_with_more(Strategy strategy) {
    List<Architecture> more = new Trial(MACRO, strategy, Mode.GENERATIONAL, 3, 150).found();

    assertThat(more).hasSize(150).doesNotHaveDuplicates();
    for (int fewer : new int[] {5, 50, 100}) {
      assertThat(new Trial(MACRO, strategy, Mode.GENERATIONAL, 3, fewer).found())
          .isEqualTo(more.subList(0, fewer));
    }
  }

  @Test
  void what_is_standard_finds_more_than_nsga2() {
    List<Standing> standard = SearchRun.standings(MACRO, new Predictor(), Mode.GENERATIONAL, 3);
    List<Standing> other = SearchRun.standings(MACRO, new Nsga2(), Mode.GENERATIONAL, 3);

    assertThat(standard).extracting(Standing::evaluations).containsExactly(100, 200, 400);
    for (int mark = 0; mark < 3; mark++) {
      assertThat(standard.get(mark).least()).isGreaterThan(other.get(mark).median());
    }
  }

  @Test
  void a_standing_is_a_line_of_json_or_a_row() {
    Standing standing = new Standing("some", "nsga2", 100, List.of(0.5, 0.25, 0.9999999));

    assertThat(standing.json())
        .isEqualTo(
            "{\"problem\":\"some\",\"strategy\":\"nsga2\",\"evaluations\":100,\"seeds\":3,"
                + "\"hypervolume_median\":0.5,\"hypervolume_min\":0.25}");
    assertThat(Standing.table(List.of(standing)))
        .contains("strategy")
        .containsPattern("some +nsga2 +100 +3 +0.5000 +0.2500");
  }

  @Test
  void lines_come_as_soon_as_they_are_known_and_the_table_has_them_all() {
    List<String> lines = new ArrayList<>();

    String table = SearchRun.all(Problems.SUPERNET, Mode.GENERATIONAL, 1, lines::add);

    assertThat(lines).hasSize(12);
    assertThat(table.lines()).hasSize(13);
  }
}
