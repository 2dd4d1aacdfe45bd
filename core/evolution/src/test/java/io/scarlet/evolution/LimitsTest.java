package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When a search ends by itself, and when by an event. */
class LimitsTest {

  private static final Limits STALL = new Limits(600, 0, 3, 0.002);

  @Test
  void a_number_of_generations_ends_it() {
    Run run = limited(new Limits(600, 4, 0, 0.001));

    assertThat(run.generations()).hasSize(4);
    assertThat(run.last().end()).contains(EndReason.GENERATIONS_DONE);
  }

  @Test
  void it_ends_as_soon_as_the_hypervolume_has_grown_too_little_over_some_generations() {
    Run run = limited(STALL);
    List<Double> volumes =
        run.generations().stream().map(Decision.CompleteGeneration::hypervolume).toList();

    assertThat(run.last().end()).contains(EndReason.STALLED);
    assertThat(run.last().evaluations()).isLessThan(600);
    for (int generation = 3; generation < volumes.size(); generation++) {
      double growth = volumes.get(generation) - volumes.get(generation - 3);
      assertThat(growth < STALL.stallGain()).isEqualTo(generation == volumes.size() - 1);
    }
  }

  @Test
  void the_first_limit_that_is_reached_ends_it() {
    assertThat(limited(new Limits(20, 2, 0, 0.001)).last().end()).contains(EndReason.BUDGET_SPENT);
  }

  @Test
  void a_stop_ends_it_with_the_reason_that_came_with_it() {
    Run run = new Run();
    run.fold(new Fact.Requested(Searches.macro(1, 6, 3)));
    run.fold(new Fact.Controlled(Control.STOP, "time is over after 60 s"));

    assertThat(run.last().end()).map(EndReason::label).contains("stopped: time is over after 60 s");
    assertThat(EndReason.stopped(" ")).isEqualTo(EndReason.STOPPED);
  }

  @Test
  void limits_that_mean_nothing_are_refused() {
    assertThatThrownBy(() -> Limits.evaluations(0))
        .hasMessage("a search evaluates at least 1 candidate, got 0");
    assertThatThrownBy(() -> new Limits(1, -1, 0, 0.1))
        .hasMessage("generations are 0 (no limit) or more, got -1");
    assertThatThrownBy(() -> new Limits(1, 0, -1, 0.1))
        .hasMessage("stallGenerations are 0 (no limit) or more, got -1");
    assertThatThrownBy(() -> new Limits(1, 0, 0, 0))
        .hasMessage("stallGain lies above 0, up to 1, got 0.0");
  }

  private static Run limited(Limits limits) {
    return Run.of(Changed.of(Searches.macro(3, 600, 20)).limits(limits).settings());
  }
}
