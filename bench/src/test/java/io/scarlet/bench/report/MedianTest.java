package io.scarlet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void of_an_odd_number_of_figures_it_is_the_one_in_the_middle() {
    assertThat(Median.of(new double[] {9, 1, 4})).isEqualTo(4);
  }

  @Test
  void of_an_even_number_it_is_the_mean_of_the_two_in_the_middle() {
    assertThat(Median.of(new double[] {8, 1, 4, 2})).isEqualTo(3);
  }

  @Test
  void one_disturbed_figure_does_not_move_it() {
    assertThat(Median.of(new double[] {2, 2, 1_000, 2, 2})).isEqualTo(2);
  }

  @Test
  void the_figures_stay_in_their_order() {
    double[] figures = {3, 1, 2};

    assertThat(Median.of(figures)).isEqualTo(2);

    assertThat(figures).containsExactly(3, 1, 2);
  }

  @Test
  void no_figures_have_none() {
    assertThatIllegalArgumentException().isThrownBy(() -> Median.of(new double[0]));
  }
}
