package io.scarlet.backend.portable;

import static io.scarlet.backend.portable.PortableTensor.array;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch norms over rows of channels, {@code [N H W, C]}. */
final class BatchNormalization {

  private static final int NORMAL = 0;
  private static final int BENT = 1;
  private static final int DEVIATION = 2;
  private static final int SHIFT_SUM = 3;
  private static final int SCALE_SUM = 4;

  private final Scratch scratch = new Scratch();
  private final ColumnSums sums = new ColumnSums();
  private final Curves curves = new Curves();

  /** The variance is that of the distances from the mean: a large mean does not swallow it. */
  void moments(FeatureMap map, int n, Tensor x, Tensor mean, Tensor variance) {
    int channels = map.channels();
    INDArray features = rows(map, n, x);
    INDArray means = array(mean, channels);
    sums.mean(features, means);
    INDArray squares = scratch.take(NORMAL, features.shape());
    Operations.subtract(features, means, squares);
    Operations.multiply(squares, squares, squares);
    sums.mean(squares, array(variance, channels));
  }

  void forward(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor y) {
    int channels = op.in().channels();
    INDArray out = rows(op.in(), n, y);
    normalize(rows(op.in(), n, x), moments, inverseDeviation(channels, moments, epsilon), out);
    Operations.multiply(out, array(scale, channels), out);
    Operations.add(out, array(shift, channels), out);
    curves.value(op.activation(), out, out);
  }

  void gradient(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor dy,
      Tensor dx,
      Tensor dScale,
      Tensor dShift,
      boolean accumulate) {
    int channels = op.in().channels();
    INDArray features = rows(op.in(), n, x);
    INDArray scales = array(scale, channels);
    INDArray deviation = inverseDeviation(channels, moments, epsilon);
    INDArray normal = scratch.take(NORMAL, features.shape());
    normalize(features, moments, deviation, normal);

    INDArray bent = scratch.take(BENT, features.shape());
    INDArray g = rows(op.in(), n, dx);
    Operations.multiply(normal, scales, bent);
    Operations.add(bent, array(shift, channels), bent);
    curves.slope(op.activation(), bent, g);
    Operations.multiply(g, rows(op.in(), n, dy), g);

    INDArray shiftSum = scratch.take(SHIFT_SUM, channels);
    INDArray scaleSum = scratch.take(SCALE_SUM, channels);
    sums.of(g, shiftSum);
    Operations.multiply(g, normal, bent);
    sums.of(bent, scaleSum);
    put(shiftSum, array(dShift, channels), accumulate);
    put(scaleSum, array(dScale, channels), accumulate);

    long rows = features.size(0);
    shiftSum.divi(rows);
    scaleSum.divi(rows);
    Operations.subtract(g, shiftSum, g);
    Operations.multiply(normal, scaleSum, normal);
    Operations.subtract(g, normal, g);
    Operations.multiply(deviation, scales, deviation);
    Operations.multiply(g, deviation, g);
  }

  /** {@code out = (x - mean) / deviation}. */
  private static void normalize(INDArray x, Moments moments, INDArray deviation, INDArray out) {
    Operations.subtract(x, array(moments.mean(), x.size(1)), out);
    Operations.multiply(out, deviation, out);
  }

  private INDArray inverseDeviation(int channels, Moments moments, float epsilon) {
    INDArray deviation = scratch.take(DEVIATION, channels);
    array(moments.variance(), channels).add(epsilon, deviation);
    Transforms.sqrt(deviation, false);
    deviation.rdivi(1);
    return deviation;
  }

  private static void put(INDArray sum, INDArray to, boolean accumulate) {
    if (accumulate) {
      Operations.add(to, sum, to);
    } else {
      to.assign(sum);
    }
  }

  private static INDArray rows(FeatureMap map, int n, Tensor x) {
    return array(x, n * map.area(), map.channels());
  }
}
