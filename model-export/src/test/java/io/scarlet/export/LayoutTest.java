package io.scarlet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.checkpoint.StoredTensor;
import java.nio.FloatBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LayoutTest {

  @Test
  void filters_come_first_abroad_then_channels() {
    StoredTensor home = counted(List.of(1, 2, 2, 3));

    StoredTensor abroad = Layout.CONVOLUTION.abroad(home);

    assertThat(abroad.shape()).containsExactly(3, 2, 1, 2);
    assertThat(abroad.toArray()).containsExactly(0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11);
  }

  @Test
  void each_channel_of_a_depthwise_convolution_is_a_group_of_its_own_abroad() {
    StoredTensor abroad = Layout.DEPTHWISE.abroad(counted(List.of(1, 3, 2)));

    assertThat(abroad.shape()).containsExactly(2, 1, 1, 3);
    assertThat(abroad.toArray()).containsExactly(0, 2, 4, 1, 3, 5);
  }

  @Property(tries = 50)
  void what_comes_home_is_what_went_abroad(
      @ForAll Layout layout,
      @ForAll @IntRange(min = 1, max = 5) int kernel,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 5) int filters) {
    List<Integer> shape =
        switch (layout) {
          case CONVOLUTION -> List.of(kernel, kernel, channels, filters);
          case DEPTHWISE -> List.of(kernel, kernel, channels);
          case LINEAR -> List.of(1, 1, channels, filters);
          case VECTOR -> List.of(channels);
        };
    StoredTensor home = counted(shape);

    StoredTensor back = layout.home(layout.abroad(home), shape);

    assertThat(back.shape()).isEqualTo(shape);
    assertThat(back.toArray()).isEqualTo(home.toArray());
  }

  @Test
  void another_shape_than_the_network_needs_is_refused() {
    assertThatThrownBy(() -> Layout.LINEAR.home(counted(List.of(4, 9)), List.of(1, 1, 8, 4)))
        .hasMessage("has the shape [4, 9] where the network needs [4, 8]");
  }

  private static StoredTensor counted(List<Integer> shape) {
    int size = shape.stream().reduce(1, Math::multiplyExact);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
    return new StoredTensor(shape, FloatBuffer.wrap(values));
  }
}
