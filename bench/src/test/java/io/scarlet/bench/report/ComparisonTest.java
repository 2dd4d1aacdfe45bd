package io.scarlet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Times OURS = Times.of(new double[] {12, 10, 11});
  private static final Optional<Times> PEERS = Optional.of(Times.of(new double[] {22, 21, 22}));

  @Test
  void a_training_step_is_one_line_of_json_with_medians_and_their_ratio() {
    assertThat(new Comparison("small-e3k3", 2, OURS, PEERS, OptionalInt.empty()).json())
        .isEqualTo(
            "{\"name\":\"small-e3k3\",\"threads\":2,"
                + "\"ours_ms\":11.0,\"peer_ms\":22.0,\"ratio\":0.5}");
  }

  @Test
  void without_a_peer_its_time_and_the_ratio_are_null() {
    assertThat(new Comparison("small-e3k3", 1, OURS, Optional.empty(), OptionalInt.empty()).json())
        .isEqualTo(
            "{\"name\":\"small-e3k3\",\"threads\":1,"
                + "\"ours_ms\":11.0,\"peer_ms\":null,\"ratio\":null}");
  }

  @Test
  void an_evaluation_also_says_how_many_pictures_a_second() {
    assertThat(new Comparison("small-e3k3", 1, OURS, PEERS, OptionalInt.of(220)).json())
        .endsWith(",\"ours_images_per_second\":20000,\"peer_images_per_second\":10000}");
    assertThat(new Comparison("small-e3k3", 1, OURS, Optional.empty(), OptionalInt.of(220)).json())
        .endsWith(",\"ours_images_per_second\":20000,\"peer_images_per_second\":null}");
  }

  @Test
  void people_get_a_row_each_with_a_dash_where_there_is_no_peer() {
    String table =
        Table.of(
            List.of(
                new Comparison("small-e3k3", 1, OURS, PEERS, OptionalInt.empty()),
                new Comparison("small-e6k3", 2, OURS, Optional.empty(), OptionalInt.empty())));

    assertThat(table.lines())
        .containsExactly(
            "name        threads  ours ms  (least)  peer ms  (least)  ratio",
            "small-e3k3        1     11.0   (10.0)     22.0   (21.0)   0.50",
            "small-e6k3        2     11.0   (10.0)        -        -      -");
  }
}
