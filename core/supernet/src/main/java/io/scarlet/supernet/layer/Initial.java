package io.scarlet.supernet.layer;

import io.scarlet.supernet.random.Draws;
import java.util.Arrays;

/** How weights start. */
final class Initial {

  /** Standard deviation of a classifier's weights. */
  static final double LINEAR_DEVIATION = 0.01;

  private Initial() {}

  /** Normal with variance {@code 2 / fanOut} (He et al., arXiv 1502.01852). */
  static float[] kaiming(int size, long fanOut, Draws draws) {
    return normal(size, Math.sqrt(2.0 / fanOut), draws);
  }

  static float[] normal(int size, double deviation, Draws draws) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (deviation * draws.normal(i));
    }
    return values;
  }

  static float[] constant(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  /** The unit matrix of {@code [channels, channels]}. */
  static float[] identity(int channels) {
    float[] values = new float[channels * channels];
    for (int c = 0; c < channels; c++) {
      values[c * channels + c] = 1;
    }
    return values;
  }
}
