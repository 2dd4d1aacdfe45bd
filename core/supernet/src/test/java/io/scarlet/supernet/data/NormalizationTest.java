package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalizationTest {

  @Test
  void itGivesPicturesMeanZeroAndVarianceOne() {
    PictureSet pictures = new Drawn(new FeatureMap(2, 3, 3), new int[250]);
    Normalization normalization = Normalization.of(pictures);
    int[] all = IntStream.range(0, 250).toArray();
    float[] pixels = Batch.plain(pictures, normalization, all).pixels();
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      double squares = 0;
      for (int i = c; i < pixels.length; i += 3) {
        sum += pixels[i];
        squares += (double) pixels[i] * pixels[i];
      }
      assertThat(3 * sum / pixels.length).isCloseTo(0, within(1e-5));
      assertThat(3 * squares / pixels.length).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void channelsAreMeasuredApart() {
    FeatureMap shape = new FeatureMap(1, 1, 2);
    PictureSet pictures = new TwoTone(shape);
    Normalization normalization = Normalization.of(pictures);
    assertThat(normalization.mean().get(0)).isCloseTo(100 / 255.0, within(1e-12));
    assertThat(normalization.mean().get(1)).isCloseTo(205 / 255.0, within(1e-12));
    assertThat(normalization.deviation().get(1)).isCloseTo(5 / 255.0, within(1e-12));
  }

  @Test
  void picturesOfOneColourStayFinite() {
    Normalization normalization = Normalization.of(new TwoTone(new FeatureMap(1, 1, 2)));
    assertThat(normalization.deviation().get(0)).isEqualTo(1e-3);
  }

  @Test
  void aDeviationOfZeroIsRefused() {
    assertThatThrownBy(() -> new Normalization(List.of(0.5), List.of(0.0)))
        .hasMessage("a normalisation has a deviation above 0 for each mean");
    assertThatThrownBy(() -> new Normalization(List.of(0.5, 0.5), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Two pictures: channel 0 is 100 in both, channel 1 is 200 and 210. */
  private record TwoTone(FeatureMap shape) implements PictureSet {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public List<String> classes() {
      return List.of("only");
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public void read(int index, byte[] pixels) {
      pixels[0] = 100;
      pixels[1] = (byte) (200 + 10 * index);
    }
  }
}
