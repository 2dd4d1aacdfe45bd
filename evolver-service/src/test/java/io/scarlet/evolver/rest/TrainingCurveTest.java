package io.scarlet.evolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.TrainingProgressed;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A training as those see it who look on. */
class TrainingCurveTest {

  @Property(tries = 20)
  void a_long_training_keeps_its_first_and_last_report_and_stays_small(
      @ForAll @IntRange(min = 1, max = 5000) int reports) {
    TrainingCurve curve = TrainingCurve.EMPTY;
    for (int step = 1; step <= reports; step++) {
      curve = curve.with(report(step));
    }

    assertThat(curve.reports()).hasSizeLessThanOrEqualTo(1024);
    assertThat(steps(curve)).isSorted().startsWith(1L).endsWith((long) reports);
  }

  @Test
  void a_training_that_goes_back_to_a_checkpoint_goes_on_there() {
    TrainingCurve curve =
        TrainingCurve.EMPTY.with(report(10)).with(report(20)).with(report(30)).with(report(15));

    assertThat(steps(curve)).containsExactly(10L, 15L);
  }

  private static List<Long> steps(TrainingCurve curve) {
    return curve.reports().stream().map(TrainingProgressed::getStep).toList();
  }

  private static TrainingProgressed report(long step) {
    return new TrainingProgressed("search", step, 5000L, 1, 1, 1.0, 0.5, 0.1, 100.0);
  }
}
