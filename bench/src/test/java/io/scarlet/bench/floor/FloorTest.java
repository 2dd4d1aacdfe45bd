package io.scarlet.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.bench.net.Net;
import io.scarlet.space.io.SearchSpaceYaml;
import org.junit.jupiter.api.Test;

class FloorTest {

  private static final int N = 10;

  private static final Net NET =
      new Net(
          "tiny",
          SearchSpaceYaml.read(
              """
              name: tiny
              input: 4x4x1
              classes: 2
              activation: relu
              stem:
                - conv: {channels: 2, kernel: 1, batch-norm: false, activation: none}
              stages:
                - {channels: 2, layers: [skip]}
              tail:
                - pool
              """),
          N,
          N,
          1);

  @Test
  void a_layer_works_thrice_and_the_first_twice_since_pictures_need_no_gradient() {
    double stem = 4 * 4 * 2;
    double stabilizer = 4 * 4 * 2 * 2;
    double linear = 2 * 2;

    assertThat(Floor.ofTrainStep(NET).operations())
        .isEqualTo(2 * N * (2 * stem + 3 * stabilizer + 3 * linear));
  }

  @Test
  void each_kernel_reads_its_inputs_and_writes_its_outputs_once() {
    double picture = 4 * 4;
    double features = 2 * picture;
    double weights = 2 + 2 * 2 + 2 * 2 + 2;
    double stem = 2 * (picture + features);
    double stabilizer = (features + features) + (features + 2 * features);
    double pool = 2 * features;
    double linear = (2 + 2) + (2 + 2 * 2);
    double perPicture = stem + stabilizer + pool + linear;

    assertThat(Floor.ofTrainStep(NET).bytes()).isEqualTo(4 * (N * perPicture + 5 * weights));
  }

  @Test
  void a_kernel_runs_at_the_nearer_of_its_two_ceilings() {
    Ceilings ceilings = new Ceilings(1, 1e9, 1e9);

    assertThat(new Kernel(3e6, 1e6).milliseconds(ceilings)).isEqualTo(3, within(1e-9));
    assertThat(new Kernel(1e6, 4e6).milliseconds(ceilings)).isEqualTo(4, within(1e-9));
  }

  @Test
  void the_ceilings_of_this_machine_are_finite() {
    Ceilings ceilings = Ceilings.measured(1);

    assertThat(ceilings.operations()).isPositive().isFinite();
    assertThat(ceilings.bytes()).isPositive().isFinite();
  }
}
