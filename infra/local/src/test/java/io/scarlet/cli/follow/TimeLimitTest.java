package io.scarlet.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.io.SearchInput;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  @Test
  void it_is_told_once_when_the_seconds_of_the_request_are_over() {
    TimeLimit limit =
        new TimeLimit(SearchInput.preset("fashion-quick").with("evolution.seconds=3").request(), 7);

    assertThat(limit.reached(6 + TimeUnit.SECONDS.toNanos(3))).isEmpty();
    assertThat(limit.reached(7 + TimeUnit.SECONDS.toNanos(3))).contains("time is over after 3 s");
    assertThat(limit.reached(8 + TimeUnit.SECONDS.toNanos(3))).isEmpty();
  }

  @Test
  void without_a_setting_there_is_none() {
    TimeLimit limit = new TimeLimit(SearchInput.preset("fashion-quick").request(), 0);

    assertThat(limit.reached(Long.MAX_VALUE)).isEmpty();
  }
}
