package io.scarlet.supernet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptimizerTest {

  @Test
  void whatCannotUpdateIsRefused() {
    assertThatThrownBy(() -> new Optimizer.Sgd(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("momentum lies in [0, 1), got 1.0");
    assertThatThrownBy(() -> new Optimizer.RmsProp(-0.1)).hasMessageContaining("momentum");
    assertThatThrownBy(() -> new Optimizer.RmsProp(0.9, 0.9, 0)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> new RateDecay.Exponential(1.1, 1)).hasMessageContaining("factor");
  }

  @Test
  void thatOfMnasNetHasItsFigures() {
    assertThat(new Optimizer.RmsProp(0.9)).isEqualTo(new Optimizer.RmsProp(0.9, 0.9, 1e-3));
  }
}
