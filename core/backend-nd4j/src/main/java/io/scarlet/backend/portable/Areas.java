package io.scarlet.backend.portable;

import static io.scarlet.backend.portable.PortableTensor.array;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.backend.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Kernels between features {@code [N, H W, C]} and one value a channel, {@code [N, 1, C]}. */
final class Areas {

  private static final int AREA = 1;
  private static final int PRODUCT = 0;
  private static final int SHARE = 1;

  private final Scratch scratch = new Scratch();

  void mean(FeatureMap map, int n, Tensor x, Tensor y) {
    features(map, n, x).mean(array(y, n, map.channels()), AREA);
  }

  void spreadMean(FeatureMap map, int n, Tensor dy, Tensor dx) {
    INDArray share = scratch.take(SHARE, n, 1, map.channels());
    values(map, n, dy).div(map.area(), share);
    INDArray to = features(map, n, dx);
    to.assign(0);
    Operations.add(to, share, to);
  }

  void scale(FeatureMap map, int n, Tensor x, Tensor gate, Tensor y) {
    Operations.multiply(features(map, n, x), values(map, n, gate), features(map, n, y));
  }

  void scaleGradient(
      FeatureMap map, int n, Tensor x, Tensor gate, Tensor dy, Tensor dx, Tensor dGate) {
    INDArray product = scratch.take(PRODUCT, n, map.area(), map.channels());
    Operations.multiply(features(map, n, x), features(map, n, dy), product);
    product.sum(array(dGate, n, map.channels()), AREA);
    scale(map, n, dy, gate, dx);
  }

  private static INDArray features(FeatureMap map, int n, Tensor x) {
    return array(x, n, map.area(), map.channels());
  }

  private static INDArray values(FeatureMap map, int n, Tensor x) {
    return array(x, n, 1, map.channels());
  }
}
