package io.scarlet.backend.portable;

import static io.scarlet.backend.portable.PortableTensor.array;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dense convolutions; those of 1x1 without a stride are products of matrices. */
final class DenseConvolution {

  private static final int INPUT = 0;
  private static final int WEIGHTS = 1;

  private final Scratch scratch = new Scratch();

  void forward(Operator.Convolution op, int n, Tensor x, Tensor w, Tensor bias, Tensor y) {
    if (isProduct(op)) {
      Operations.matmul(rows(op, n, x), false, matrix(op, w), false, outRows(op, n, y));
    } else {
      Operations.run(
          "conv2d",
          new INDArray[] {Windows.features(op.in(), n, x), weights(op, w)},
          new INDArray[] {Windows.features(op.out(), n, y)},
          Windows.arguments(op.kernel(), op.stride()));
    }
    if (op.bias()) {
      INDArray out = outRows(op, n, y);
      Operations.add(out, array(bias, op.filters()), out);
    }
  }

  void inputGradient(Operator.Convolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    if (isProduct(op)) {
      Operations.matmul(outRows(op, n, dy), false, matrix(op, w), true, rows(op, n, dx));
      return;
    }
    INDArray unread = scratch.take(INPUT, Windows.shape(op.in(), n));
    INDArray unwanted = scratch.take(WEIGHTS, weightShape(op));
    gradients(op, n, unread, weights(op, w), dy, Windows.features(op.in(), n, dx), unwanted);
  }

  void weightGradient(
      Operator.Convolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    INDArray to = weights(op, dw);
    INDArray fresh = accumulate ? scratch.take(WEIGHTS, weightShape(op)) : to;
    if (isProduct(op)) {
      INDArray matrix = fresh.reshape('c', op.in().channels(), op.filters());
      Operations.matmul(rows(op, n, x), true, outRows(op, n, dy), false, matrix);
    } else {
      INDArray unwanted = scratch.take(INPUT, Windows.shape(op.in(), n));
      // The gradient of the weights does not depend on the weights: any will do.
      gradients(op, n, Windows.features(op.in(), n, x), to, dy, unwanted, fresh);
    }
    if (accumulate) {
      Operations.add(to, fresh, to);
    }
  }

  private static void gradients(
      Operator.Convolution op, int n, INDArray x, INDArray w, Tensor dy, INDArray dx, INDArray dw) {
    Operations.run(
        "conv2d_bp",
        new INDArray[] {x, w, Windows.features(op.out(), n, dy)},
        new INDArray[] {dx, dw},
        Windows.arguments(op.kernel(), op.stride()));
  }

  private static boolean isProduct(Operator.Convolution op) {
    return op.kernel() == 1 && op.stride() == 1;
  }

  private static INDArray rows(Operator.Convolution op, int n, Tensor x) {
    return array(x, n * op.in().area(), op.in().channels());
  }

  private static INDArray outRows(Operator.Convolution op, int n, Tensor y) {
    return array(y, n * op.out().area(), op.filters());
  }

  private static INDArray matrix(Operator.Convolution op, Tensor w) {
    return array(w, op.in().channels(), op.filters());
  }

  private static INDArray weights(Operator.Convolution op, Tensor w) {
    return array(w, weightShape(op));
  }

  private static long[] weightShape(Operator.Convolution op) {
    return new long[] {op.kernel(), op.kernel(), op.in().channels(), op.filters()};
  }
}
