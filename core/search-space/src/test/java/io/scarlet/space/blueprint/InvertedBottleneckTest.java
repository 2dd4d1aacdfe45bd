package io.scarlet.space.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvertedBottleneckTest {

  private static final FeatureMap IN = new FeatureMap(14, 14, 24);

  @Test
  void aBlockExpandsLooksAroundSqueezesAndProjects() {
    InvertedBottleneck block =
        new InvertedBottleneck(3, 5, Optional.of(SqueezeRule.QUARTER_OF_HIDDEN), Activation.HSWISH);
    assertThat(block.segment(IN, 40, 2).operators())
        .isEqualTo(
            List.of(
                new Operator.Convolution(IN, 72, 1, 1, false),
                new Operator.BatchNorm(new FeatureMap(14, 14, 72), Activation.HSWISH),
                new Operator.DepthwiseConvolution(new FeatureMap(14, 14, 72), 5, 2),
                new Operator.BatchNorm(new FeatureMap(7, 7, 72), Activation.HSWISH),
                new Operator.SqueezeExcite(new FeatureMap(7, 7, 72), 18),
                new Operator.Convolution(new FeatureMap(7, 7, 72), 40, 1, 1, false),
                new Operator.BatchNorm(new FeatureMap(7, 7, 40), Activation.NONE)));
  }

  @Test
  void anExpansionOfOneHasNoExpandingConvolution() {
    InvertedBottleneck block = new InvertedBottleneck(1, 3, Optional.empty(), Activation.RELU6);
    assertThat(block.segment(IN, 16, 1).operators().getFirst())
        .isEqualTo(new Operator.DepthwiseConvolution(IN, 3, 1));
  }

  @ParameterizedTest
  @CsvSource({"24, 1, true", "24, 2, false", "40, 1, false"})
  void aShortcutNeedsStrideOneAndTheSameChannels(int channels, int stride, boolean shortcut) {
    InvertedBottleneck block = new InvertedBottleneck(6, 3, Optional.empty(), Activation.RELU);
    assertThat(block.segment(IN, channels, stride).shortcut()).isEqualTo(shortcut);
  }

  @ParameterizedTest
  @CsvSource({
    "4, HIDDEN, 1, 24, 73, 18",
    "4, INPUT, 1, 24, 72, 6",
    "4, INPUT, 1, 3, 72, 1",
    "4, HIDDEN, 8, 24, 72, 24",
    "4, HIDDEN, 8, 24, 120, 32",
    "4, HIDDEN, 8, 24, 8, 8"
  })
  void channelsAreSqueezedAsTheRuleSays(
      int reduction, SqueezeRule.Base base, int divisor, int input, int hidden, int squeezed) {
    assertThat(new SqueezeRule(reduction, base, divisor).squeezed(input, hidden))
        .isEqualTo(squeezed);
  }
}
