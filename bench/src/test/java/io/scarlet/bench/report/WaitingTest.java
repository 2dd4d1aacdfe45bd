package io.scarlet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private static final Waiting WAITING = new Waiting("fashion-quick", 2, 50, 0.4);

  @Test
  void a_training_is_one_line_of_json_without_a_peer() {
    assertThat(WAITING.json())
        .isEqualTo(
            "{\"name\":\"fashion-quick\",\"threads\":2,\"ours_ms\":50.0,\"peer_ms\":null,"
                + "\"ratio\":null,\"waiting_ms\":0.4,\"waiting_share\":0.008}");
  }

  @Test
  void people_see_the_share_in_percent() {
    assertThat(Waiting.table(List.of(WAITING)).lines())
        .containsExactly(
            "training       threads  step ms  waits ms  share",
            "fashion-quick        2     50.0      0.40  0.8 %");
  }
}
