package io.scarlet.backend.portable;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.backend.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What ND4J's convolutions want to know of shapes. */
final class Windows {

  private static final int EXPLICIT_PADDING = 0;
  private static final int NHWC = 1;
  private static final int WEIGHTS_KERNEL_IN_OUT = 0;

  private Windows() {}

  /** Integer arguments: kernel, stride, padding and dilation by rows and columns, then layouts. */
  static int[] arguments(int kernel, int stride) {
    int padding = kernel / 2;
    return new int[] {
      kernel,
      kernel,
      stride,
      stride,
      padding,
      padding,
      1,
      1,
      EXPLICIT_PADDING,
      NHWC,
      WEIGHTS_KERNEL_IN_OUT
    };
  }

  /** {@code [N, H, W, C]}. */
  static long[] shape(FeatureMap map, int n) {
    return new long[] {n, map.height(), map.width(), map.channels()};
  }

  /** A tensor as {@code [N, H, W, C]}. */
  static INDArray features(FeatureMap map, int n, Tensor x) {
    return PortableTensor.array(x, shape(map, n));
  }
}
