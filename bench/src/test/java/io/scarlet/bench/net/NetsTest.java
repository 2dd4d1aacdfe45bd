package io.scarlet.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.blueprint.Segment;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetsTest {

  @ParameterizedTest
  @MethodSource("io.scarlet.bench.net.Nets#names")
  void every_name_has_its_net(String name) {
    assertThat(Nets.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "reference-28x28x1, 96, 99170, 8143120",
    "reference-32x32x3, 96, 99458, 10930432",
  })
  void the_reference_nets_are_those_that_figures_are_quoted_for(
      String name, int batch, long parameters, long multiplyAdds) {
    Net net = Nets.named(name);
    SearchSpace space = net.space();

    assertThat(net.trained()).isEqualTo(batch);
    assertThat(
            space.network(space.onlyArchitecture().orElseThrow()).stream()
                .mapToLong(Segment::parameters)
                .sum())
        .isEqualTo(parameters);
    assertThat(
            space.network(space.onlyArchitecture().orElseThrow()).stream()
                .mapToLong(Segment::multiplyAdds)
                .sum())
        .isEqualTo(multiplyAdds);
  }

  @Test
  void what_takes_minutes_is_measured_only_where_it_is_named() {
    assertThat(Nets.trainedByDefault()).doesNotContain("scarlet-s1").contains("fashion-quick");
    assertThat(Nets.evaluatedByDefault())
        .containsExactly("reference-28x28x1", "small-e3k3", "small-e6k3");
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest() {
    assertThatThrownBy(() -> Nets.named("small-e3k5"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("there is no net 'small-e3k5': did you mean 'small-e3k3'?");
  }

  @Test
  void random_pictures_are_the_same_each_time() {
    SearchSpace space = Nets.named("small-e3k3").space();
    byte[] one = new byte[28 * 28];
    byte[] other = new byte[28 * 28];

    new RandomPictures(space, 3).read(2, one);
    new RandomPictures(space, 3).read(2, other);

    assertThat(one).isEqualTo(other).isNotEqualTo(new byte[28 * 28]);
  }
}
