package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** On the 6,561 measured networks of NAS-Bench-Macro: does evolution find more than chance? */
class ConvergenceTest {

  private static final int EVALUATIONS = 400;
  private static final int SEEDS = 10;

  /** Single runs may be lucky; nearly all must win, and clearly on the mean. */
  @Test
  void evolution_beats_random_search_on_hypervolume() {
    List<Double> evolved = hypervolumes(40);
    List<Double> random = hypervolumes(EVALUATIONS);

    long wins =
        LongStream.range(0, SEEDS)
            .filter(seed -> evolved.get((int) seed) > random.get((int) seed))
            .count();
    assertThat(wins).as("evolved %s, random %s", evolved, random).isGreaterThanOrEqualTo(8);
    assertThat(mean(evolved)).isGreaterThan(mean(random) + 0.02);
  }

  /** One generation as large as the budget is random search. */
  private static List<Double> hypervolumes(int population) {
    return LongStream.range(0, SEEDS)
        .mapToObj(
            seed -> Run.of(Searches.macro(seed, EVALUATIONS, population)).last().hypervolume())
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
