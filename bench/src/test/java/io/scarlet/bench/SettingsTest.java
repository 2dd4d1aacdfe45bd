package io.scarlet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.bench.net.Net;
import io.scarlet.evolution.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void what_is_asked_for_is_measured() {
    Settings settings =
        Settings.of(
            "evaluate",
            "--net",
            "small-e3k3,fashion-quick",
            "--threads",
            "2,1,2",
            "--rounds",
            "3",
            "--warm-up",
            "0.5",
            "--json");

    assertThat(settings.work()).isEqualTo(Settings.Work.EVALUATE);
    assertThat(settings.netsOr(List.of()).stream().map(Net::name))
        .containsExactly("small-e3k3", "fashion-quick");
    assertThat(settings.threads()).containsExactly(2, 1);
    assertThat(settings.rounds()).isEqualTo(3);
    assertThat(settings.warmUp()).isEqualTo(0.5);
    assertThat(settings.json()).isTrue();
  }

  @Test
  void searches_are_generational_unless_they_are_asked_to_be_in_a_steady_state() {
    assertThat(Settings.of("search").mode()).isEqualTo(Mode.GENERATIONAL);
    assertThat(Settings.of("search", "--mode", "steady_state").mode()).isEqualTo(Mode.STEADY_STATE);
  }

  @Test
  void where_no_net_is_named_the_work_has_its_own() {
    assertThat(Settings.of("train-step").netsOr(List.of("small-e6k3")).stream().map(Net::name))
        .containsExactly("small-e6k3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train                          | cannot be measured: there are train-step, evaluate, data, profile, floor, kernels
          train-step --net nope          | --net nope: there is no net 'nope'. There are reference-28x28x1
          train-step --net               | --net needs a value
          train-step --threads 0         | --threads 0: it is a whole number from 1 to 1024
          train-step --threads 1,x       | --threads x: it is a whole number from 1 to 1024
          train-step --rounds 99999      | --rounds 99999: it is a whole number from 1 to 10000
          train-step --warm-up -1        | --warm-up -1: it is seconds from 0 to 3600
          train-step --fast              | unknown option '--fast'
          search --mode steady           | --mode steady: it is GENERATIONAL or STEADY_STATE
          """)
  void what_cannot_be_understood_is_refused_in_one_line(String line, String message) {
    assertThatThrownBy(() -> Settings.of(line.split(" ", -1)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }
}
