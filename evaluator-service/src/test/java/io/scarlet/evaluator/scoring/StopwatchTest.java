package io.scarlet.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StopwatchTest {

  @Test
  void theMedianIsWhatLiesInTheMiddleOrBetweenTheTwoThatDo() {
    assertThat(Stopwatch.median(new long[] {9, 1, 5})).isEqualTo(5);
    assertThat(Stopwatch.median(new long[] {9, 1, 5, 2})).isEqualTo(3.5);
    assertThat(Stopwatch.median(new long[] {4})).isEqualTo(4);
  }

  @Test
  void aTimingHasARunOfAPicture() {
    assertThatThrownBy(() -> new Candidate.Timing(0, 1, 1)).hasMessageContaining("at least 1 run");
    assertThatThrownBy(() -> new Candidate.Timing(1, -1, 1)).hasMessageContaining("to warm up");
    assertThatThrownBy(() -> new Candidate.Timing(1, 1, 0)).hasMessageContaining("1 picture");
  }
}
