package io.scarlet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scarlet.bench.net.Net;
import io.scarlet.bench.peer.Python;
import io.scarlet.bench.report.Comparison;
import io.scarlet.evolution.Mode;
import io.scarlet.space.io.SearchSpaceYaml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContestTest {

  /** Every kind of operator that can be built, but for dropout, which is random. */
  private static final String EVERYTHING =
      """
      name: everything
      input: 9x7x3
      classes: 4
      activation: hswish
      stem:
        - conv: {channels: 6, kernel: 3, stride: 2, activation: relu}
        - separable: {channels: 6, kernel: 3, activation: relu6}
        - conv: {channels: 6, kernel: 1, bias: true, batch-norm: false, activation: hswish}
      choices: [e3k3s, e1k5, e2k7, skip]
      stages:
        - {channels: 6, layers: 2}
        - {channels: 8, stride: 2, layers: 2, choices: [e2k3, e2k5s, identity]}
      tail:
        - conv: {channels: 12, kernel: 1}
        - pool
      """;

  private static final Net NET = new Net("everything", SearchSpaceYaml.read(EVERYTHING), 10, 12, 2);

  @ParameterizedTest
  @EnumSource(names = {"TRAIN_STEP", "EVALUATE"})
  void both_sides_get_the_same_losses_from_every_kind_of_operator(Settings.Work work) {
    Optional<Python> python = Python.with(Python.Library.PYTORCH);
    assumeTrue(python.isPresent(), "python3 cannot import torch");

    Comparison comparison = contest(work).run(python);

    assertThat(comparison.peer()).isPresent();
    assertThat(comparison.ratio()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"TRAIN_STEP", "EVALUATE"})
  void without_a_peer_scarlet_is_measured_alone(Settings.Work work) {
    Comparison comparison = contest(work).run(Optional.empty());

    assertThat(comparison.ours().median()).isPositive();
    assertThat(comparison.peer()).isEmpty();
  }

  @Test
  void losses_that_differ_by_rounding_are_the_same_work() {
    assertThatCode(
            () -> Contest.check("tiny", new double[] {2.3, 2.2}, new double[] {2.30001, 2.2}))
        .doesNotThrowAnyException();
  }

  @Test
  void other_losses_are_other_work_and_nothing_is_compared() {
    assertThatThrownBy(
            () -> Contest.check("tiny", new double[] {2.3, 2.2}, new double[] {2.3, 2.25}))
        .isInstanceOf(DifferentWorkException.class)
        .hasMessage(
            "tiny: at step 2 Scarlet's loss is 2.200000 and PyTorch's 2.250000,"
                + " so they do not do the same");
    assertThatThrownBy(() -> Contest.check("tiny", new double[] {2.3}, new double[] {Double.NaN}))
        .isInstanceOf(DifferentWorkException.class);
  }

  private static Contest contest(Settings.Work work) {
    return new Contest(
        new Settings(work, List.of(NET), List.of(1), 1, 0, "", Mode.GENERATIONAL, 1, true), NET, 1);
  }
}
