package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The determinism contract, as far as it is about decisions. */
class DeterminismTest {

  private static final SearchSettings SETTINGS = Searches.macro(7, 60, 12);

  @Test
  void r1_the_same_request_and_scores_give_the_same_decisions() {
    assertThat(Run.of(SETTINGS).decisions).isEqualTo(Run.of(SETTINGS).decisions);
  }

  @Test
  void r1_another_seed_gives_another_search() {
    assertThat(Run.of(Searches.macro(8, 60, 12)).proposed())
        .isNotEqualTo(Run.of(SETTINGS).proposed());
  }

  @Property(tries = 30)
  void r2_the_order_of_arrival_and_repeated_scores_change_nothing(@ForAll Random arrival) {
    Run run = new Run();
    run.fold(new Fact.Requested(SETTINGS));
    List<Fact> delivered = new ArrayList<>();
    while (!run.waiting.isEmpty()) {
      Fact score = Searches.measured(run.waiting.remove(arrival.nextInt(run.waiting.size())));
      run.fold(score);
      delivered.add(score);
      Step repeated = run.fold(delivered.get(arrival.nextInt(delivered.size())));
      assertThat(repeated.rejection()).isPresent();
      assertThat(repeated.decisions()).isEmpty();
    }

    assertThat(run.decisions).isEqualTo(Run.of(SETTINGS).decisions);
  }

  @Property(tries = 20)
  void r2_the_order_does_not_matter_when_some_evaluations_fail(@ForAll Random arrival) {
    Run expected = Run.of(SETTINGS, Searches::flaky, waiting -> 0);
    Run run = Run.of(SETTINGS, Searches::flaky, waiting -> arrival.nextInt(waiting.size()));

    assertThat(run.decisions).isEqualTo(expected.decisions);
    assertThat(run.last().failures()).isPositive();
  }

  @Property(tries = 20)
  void r3_folding_the_recorded_facts_anew_gives_the_same_state_after_any_of_them(
      @ForAll Random crash) {
    Run run = Run.of(SETTINGS);

    run.assertGoesOnAfter(crash.nextInt(run.facts.size()));
  }
}
