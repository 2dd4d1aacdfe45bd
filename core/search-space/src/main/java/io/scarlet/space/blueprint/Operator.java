package io.scarlet.space.blueprint;

/**
 * One step of a network for one picture. Weights are those that training changes; running
 * statistics of a batch norm are not counted.
 */
public sealed interface Operator {

  /** The features that go in, {@code [H, W, C]}. */
  FeatureMap in();

  /** The features that come out, {@code [H, W, C]}. */
  FeatureMap out();

  /** Trainable weights. */
  default long parameters() {
    return 0;
  }

  /**
   * Multiply-adds of convolutions and linear layers for one picture. Batch norms, activations,
   * biases, pooling and element-wise scaling count nothing.
   */
  default long multiplyAdds() {
    return 0;
  }

  /**
   * A dense convolution, zero padding {@code kernel / 2}. Weights {@code [k, k, C_in, C_out]}.
   *
   * @param kernel odd, 1 to 7
   * @param bias whether a bias of {@code [C_out]} is added
   */
  record Convolution(FeatureMap in, int filters, int kernel, int stride, boolean bias)
      implements Operator {
    public Convolution {
      checkWindow(kernel, stride);
    }

    @Override
    public FeatureMap out() {
      return in.strided(stride).withChannels(filters);
    }

    @Override
    public long parameters() {
      return (long) kernel * kernel * in.channels() * filters + (bias ? filters : 0);
    }

    @Override
    public long multiplyAdds() {
      return out().area() * kernel * kernel * in.channels() * filters;
    }
  }

  /**
   * A depthwise convolution, zero padding {@code kernel / 2}, no bias. Weights {@code [k, k, C]}.
   */
  record DepthwiseConvolution(FeatureMap in, int kernel, int stride) implements Operator {
    public DepthwiseConvolution {
      checkWindow(kernel, stride);
    }

    @Override
    public FeatureMap out() {
      return in.strided(stride);
    }

    @Override
    public long parameters() {
      return (long) kernel * kernel * in.channels();
    }

    @Override
    public long multiplyAdds() {
      return out().size() * kernel * kernel;
    }
  }

  /** Batch normalisation with scale and shift {@code [C]} each, then the activation. */
  record BatchNorm(FeatureMap in, Activation activation) implements Operator {
    @Override
    public FeatureMap out() {
      return in;
    }

    @Override
    public long parameters() {
      return 2L * in.channels();
    }
  }

  /** An activation by itself, where no batch norm precedes it. */
  record Activate(FeatureMap in, Activation activation) implements Operator {
    @Override
    public FeatureMap out() {
      return in;
    }
  }

  /**
   * Squeeze and excite (arXiv 1709.01507): mean over the area, linear with bias to {@code
   * squeezed}, ReLU, linear with bias back, hard sigmoid {@code relu6(x + 3) / 6}, scale.
   */
  record SqueezeExcite(FeatureMap in, int squeezed) implements Operator {
    public SqueezeExcite {
      if (squeezed < 1) {
        throw new IllegalArgumentException("squeeze to at least 1 channel, got " + squeezed);
      }
    }

    @Override
    public FeatureMap out() {
      return in;
    }

    @Override
    public long parameters() {
      return 2L * in.channels() * squeezed + squeezed + in.channels();
    }

    @Override
    public long multiplyAdds() {
      return 2L * in.channels() * squeezed;
    }
  }

  /** The mean over the area: {@code [H, W, C]} to {@code [1, 1, C]}. */
  record GlobalAveragePool(FeatureMap in) implements Operator {
    @Override
    public FeatureMap out() {
      return new FeatureMap(1, 1, in.channels());
    }
  }

  /**
   * Dropout while training, the identity otherwise.
   *
   * @param rate share of values set to zero, 0 (inclusive) to 1 (exclusive)
   */
  record Dropout(FeatureMap in, double rate) implements Operator {
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("a dropout rate lies in [0, 1), got " + rate);
      }
    }

    @Override
    public FeatureMap out() {
      return in;
    }
  }

  /** The classifier, with bias: {@code [1, 1, C]} to {@code [1, 1, classes]}. */
  record Linear(FeatureMap in, int classes) implements Operator {
    public Linear {
      if (in.area() != 1) {
        throw new IllegalArgumentException("a linear layer takes pooled features, got " + in);
      }
    }

    @Override
    public FeatureMap out() {
      return in.withChannels(classes);
    }

    @Override
    public long parameters() {
      return (long) in.channels() * classes + classes;
    }

    @Override
    public long multiplyAdds() {
      return (long) in.channels() * classes;
    }
  }

  private static void checkWindow(int kernel, int stride) {
    if (kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException("a kernel is an odd number, got " + kernel);
    }
    if (stride < 1) {
      throw new IllegalArgumentException("a stride is at least 1, got " + stride);
    }
  }
}
