package io.scarlet.backend.portable;

import static io.scarlet.backend.portable.PortableTensor.array;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Depthwise convolutions. The gradient of the input is the convolution of the gradient of the
 * output, its values spread out by the stride, with the kernel turned round; ND4J's own way back
 * takes up to fifty times as long.
 */
final class DepthwiseConvolution {

  private static final int SPREAD = 0;
  private static final int TURNED = 1;
  private static final int INPUT = 2;
  private static final int WEIGHTS = 3;

  private final Scratch scratch = new Scratch();

  void forward(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y) {
    convolve(
        Windows.features(op.in(), n, x),
        weights(op, w),
        Windows.features(op.out(), n, y),
        op.kernel(),
        op.stride());
  }

  void inputGradient(Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    INDArray turned = scratch.take(TURNED, weightShape(op));
    Operations.run("reverse", new INDArray[] {weights(op, w)}, new INDArray[] {turned}, 0, 1);
    convolve(spread(op, n, dy), turned, Windows.features(op.in(), n, dx), op.kernel(), 1);
  }

  /** Zeros of the shape of the input, but for the places that windows are centred on. */
  private INDArray spread(Operator.DepthwiseConvolution op, int n, Tensor dy) {
    INDArray values = Windows.features(op.out(), n, dy);
    if (op.stride() == 1) {
      return values;
    }
    FeatureMap in = op.in();
    INDArray spread = scratch.take(SPREAD, Windows.shape(in, n));
    spread.assign(0);
    centres(op, spread, values.shape()).assign(values);
    return spread;
  }

  /** A view of every place, by rows and columns, that a window is centred on. */
  private static INDArray centres(Operator.DepthwiseConvolution op, INDArray of, long[] shape) {
    long[] strides = of.stride().clone();
    strides[1] *= op.stride();
    strides[2] *= op.stride();
    return Nd4j.create(of.data(), shape, strides, of.offset(), 'c');
  }

  void weightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    INDArray to = weights(op, dw);
    INDArray fresh = accumulate ? scratch.take(WEIGHTS, weightShape(op)) : to;
    INDArray unwanted = scratch.take(INPUT, Windows.shape(op.in(), n));
    // The gradient of the weights does not depend on the weights: any will do.
    Operations.run(
        "depthwise_conv2d_bp",
        new INDArray[] {Windows.features(op.in(), n, x), to, Windows.features(op.out(), n, dy)},
        new INDArray[] {unwanted, fresh},
        Windows.arguments(op.kernel(), op.stride()));
    if (accumulate) {
      Operations.add(to, fresh, to);
    }
  }

  private static void convolve(INDArray x, INDArray w, INDArray y, int kernel, int stride) {
    Operations.run(
        "depthwise_conv2d",
        new INDArray[] {x, w},
        new INDArray[] {y},
        Windows.arguments(kernel, stride));
  }

  private static INDArray weights(Operator.DepthwiseConvolution op, Tensor w) {
    return array(w, weightShape(op));
  }

  private static long[] weightShape(Operator.DepthwiseConvolution op) {
    return new long[] {op.kernel(), op.kernel(), op.in().channels(), 1};
  }
}
