package io.scarlet.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BegunMarksTest {

  @Test
  void marksAreReadAsTheyWereWritten() {
    BegunMarks marks = BegunMarks.of("").begun(7).begun(4_000_000_000L).begun(7);

    assertThat(marks.text()).isEqualTo("7:2 4000000000:1");
    assertThat(BegunMarks.of(marks.text())).isEqualTo(marks);
    assertThat(marks.without(7).of(7)).isZero();
  }

  @Test
  void whatIsNoMarkIsPassedOver() {
    assertThat(BegunMarks.of("begun=1").attempts()).isEmpty();
  }

  @Test
  void marksNeverOutgrowTheMetadataOfAnOffset() {
    BegunMarks marks = BegunMarks.of("");
    for (long offset = 0; offset < 1000; offset++) {
      marks = marks.begun(Long.MAX_VALUE / 10 - 1000 + offset);
    }
    assertThat(marks.text().length()).isLessThanOrEqualTo(4096);
    assertThat(marks.of(Long.MAX_VALUE / 10 - 1)).isEqualTo(1);
  }
}
