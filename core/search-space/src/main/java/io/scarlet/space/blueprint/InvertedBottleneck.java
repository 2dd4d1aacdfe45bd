package io.scarlet.space.blueprint;

import java.util.Optional;

/**
 * The block of MobileNetV2 (arXiv 1801.04381): a 1x1 convolution expands, a depthwise convolution
 * looks around, a linear 1x1 convolution projects. Each has a batch norm, none has a bias. An
 * expansion of 1 has no expanding convolution.
 *
 * @param expansion hidden channels per input channel, above 0; their product is rounded
 * @param kernel of the depthwise convolution, odd
 * @param squeeze the squeeze-and-excite on the hidden channels, where there is one
 * @param activation behind the expanding and the depthwise convolution
 */
public record InvertedBottleneck(
    double expansion, int kernel, Optional<SqueezeRule> squeeze, Activation activation) {

  public InvertedBottleneck {
    if (!(expansion > 0 && expansion <= 64)) {
      throw new IllegalArgumentException("an expansion lies in (0, 64], got " + expansion);
    }
    if (kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException("a kernel is an odd number, got " + kernel);
    }
  }

  /**
   * The block's operators. It has a shortcut where the stride is 1 and the channels stay.
   *
   * @param in features that enter
   * @param channels channels that leave
   * @param stride of the depthwise convolution
   */
  public Segment segment(FeatureMap in, int channels, int stride) {
    int hidden = Math.toIntExact(Math.max(1, Math.round(in.channels() * expansion)));
    Chain chain = Chain.from(in);
    if (expansion != 1) {
      chain.convolution(hidden, 1, 1).batchNorm(activation);
    }
    chain.depthwise(kernel, stride).batchNorm(activation);
    squeeze.ifPresent(rule -> chain.squeezeExcite(rule.squeezed(in.channels(), hidden)));
    chain.convolution(channels, 1, 1).batchNorm(Activation.NONE);
    return stride == 1 && in.channels() == channels ? chain.withShortcut() : chain.segment();
  }
}
