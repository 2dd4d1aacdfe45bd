package io.scarlet.backend.reference;

import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a backend makes of made values, by the name of the result. */
public final class Kernels {

  static final float EPSILON = 1e-5f;
  static final float RATE = 0.1f;
  static final float MOMENTUM = 0.9f;
  static final float DECAY = 0.01f;
  static final float KEEP = 0.8f;
  static final float ROOT_FLOOR = 1e-3f;
  static final float SHARE = 0.3f;
  private static final long X = 1;
  private static final long DY = 2;
  private static final long WEIGHTS = 3;
  private static final long BIAS = 4;
  private static final long BEFORE = 5;
  private static final long GATE = 6;

  private Kernels() {}

  static float[] features(long size) {
    return normal(size, X);
  }

  static float[] gradients(long size) {
    return normal(size, DY);
  }

  static float[] weights(long size) {
    return normal(size, WEIGHTS);
  }

  static float[] bias(long size) {
    return normal(size, BIAS);
  }

  /** What the gradients of weights hold before a kernel adds to them. */
  static float[] before(long size) {
    return normal(size, BEFORE);
  }

  static float[] gate(long size) {
    return normal(size, GATE);
  }

  /** Means of squares: 0 and more. */
  static float[] squares(long size) {
    float[] squares = normal(size, GATE);
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return squares;
  }

  /** Wide enough that every activation bends some of the values. */
  static float[] scales(int channels) {
    return normal(channels, WEIGHTS, 3);
  }

  static float[] shifts(int channels) {
    return normal(channels, BIAS, 2);
  }

  /** Memory of which no value may be left. */
  private static Tensor unset(Backend backend, long size) {
    Tensor tensor = backend.allocate(size);
    backend.fill(tensor, Float.NaN);
    return tensor;
  }

  public static Map<String, float[]> dense(
      Backend backend, Shapes.Dense dense, boolean accumulate) {
    Operator.Convolution op = dense.op();
    int n = dense.n();
    Tensor x = tensor(backend, features(n * op.in().size()));
    Tensor dy = tensor(backend, gradients(n * op.out().size()));
    long taps = (long) op.kernel() * op.kernel();
    Tensor w = tensor(backend, weights(taps * op.in().channels() * op.filters()));
    Tensor bias = tensor(backend, bias(op.filters()));
    Tensor y = unset(backend, dy.size());
    Tensor dx = unset(backend, x.size());
    Tensor dw = tensor(backend, before(w.size()));
    Tensor db = tensor(backend, before(bias.size()));
    backend.convolution(op, n, x, w, bias, y);
    backend.convolutionInputGradient(op, n, w, dy, dx);
    backend.convolutionWeightGradient(op, n, x, dy, dw, accumulate);
    backend.biasGradient(n * op.out().area(), op.filters(), dy, db, accumulate);
    return read(Map.of("y", y, "dx", dx, "dw", dw, "db", db));
  }

  public static Map<String, float[]> depthwise(
      Backend backend, Shapes.Depthwise depthwise, boolean accumulate) {
    Operator.DepthwiseConvolution op = depthwise.op();
    int n = depthwise.n();
    Tensor x = tensor(backend, features(n * op.in().size()));
    Tensor dy = tensor(backend, gradients(n * op.out().size()));
    Tensor w = tensor(backend, weights(op.parameters()));
    Tensor y = unset(backend, dy.size());
    Tensor dx = unset(backend, x.size());
    Tensor dw = tensor(backend, before(w.size()));
    backend.depthwise(op, n, x, w, y);
    backend.depthwiseInputGradient(op, n, w, dy, dx);
    backend.depthwiseWeightGradient(op, n, x, dy, dw, accumulate);
    return read(Map.of("y", y, "dx", dx, "dw", dw));
  }

  public static Map<String, float[]> batchNorm(
      Backend backend, Shapes.Pictures pictures, Activation activation, boolean accumulate) {
    FeatureMap map = pictures.map();
    int n = pictures.n();
    int channels = map.channels();
    var op = new Operator.BatchNorm(map, activation);
    Tensor x = tensor(backend, features(pictures.size()));
    Tensor dy = tensor(backend, gradients(pictures.size()));
    Tensor scale = tensor(backend, scales(channels));
    Tensor shift = tensor(backend, shifts(channels));
    Moments moments = new Moments(unset(backend, channels), unset(backend, channels));
    Tensor y = unset(backend, x.size());
    Tensor dx = unset(backend, x.size());
    Tensor dScale = tensor(backend, before(channels));
    Tensor dShift = tensor(backend, before(channels));
    backend.moments(map, n, x, moments.mean(), moments.variance());
    backend.batchNorm(op, n, x, moments, scale, shift, EPSILON, y);
    backend.batchNormGradient(
        op, n, x, moments, scale, shift, EPSILON, dy, dx, dScale, dShift, accumulate);
    return read(
        Map.of(
            "mean", moments.mean(),
            "variance", moments.variance(),
            "y", y,
            "dx", dx,
            "dScale", dScale,
            "dShift", dShift));
  }

  public static Map<String, float[]> areas(Backend backend, Shapes.Pictures pictures) {
    FeatureMap map = pictures.map();
    int n = pictures.n();
    long values = (long) n * map.channels();
    Tensor x = tensor(backend, features(pictures.size()));
    Tensor dy = tensor(backend, gradients(pictures.size()));
    Tensor gate = tensor(backend, gate(values));
    Tensor pooled = unset(backend, values);
    Tensor spread = unset(backend, x.size());
    Tensor scaled = unset(backend, x.size());
    Tensor dx = unset(backend, x.size());
    Tensor dGate = unset(backend, values);
    backend.averagePool(map, n, x, pooled);
    backend.averagePoolGradient(map, n, gate, spread);
    backend.scale(map, n, x, gate, scaled);
    backend.scaleGradient(map, n, x, gate, dy, dx, dGate);
    return read(
        Map.of("pooled", pooled, "spread", spread, "scaled", scaled, "dx", dx, "dGate", dGate));
  }

  public static Map<String, float[]> elementwise(
      Backend backend, Activation activation, float[] values) {
    long size = values.length;
    Tensor x = tensor(backend, values);
    Tensor dy = tensor(backend, gradients(size));
    Tensor y = unset(backend, size);
    Tensor dx = unset(backend, size);
    Tensor gate = unset(backend, size);
    Tensor dGate = unset(backend, size);
    Tensor sum = unset(backend, size);
    backend.activate(activation, x, y);
    backend.activateGradient(activation, x, dy, dx);
    backend.hardSigmoid(x, gate);
    backend.hardSigmoidGradient(x, dy, dGate);
    backend.copy(x, sum);
    backend.add(sum, dy);
    return read(Map.of("y", y, "dx", dx, "gate", gate, "dGate", dGate, "x + dy", sum));
  }

  /** What optimizers do to weights, and what follows them. */
  public static Map<String, float[]> updates(Backend backend, int size) {
    Tensor dw = tensor(backend, gradients(size));
    Tensor w = tensor(backend, weights(size));
    Tensor v = tensor(backend, before(size));
    Tensor rmsW = tensor(backend, weights(size));
    Tensor rmsV = tensor(backend, before(size));
    Tensor squares = tensor(backend, squares(size));
    Tensor average = tensor(backend, bias(size));
    backend.sgd(w, dw, v, RATE, MOMENTUM, DECAY);
    backend.rmsProp(rmsW, dw, squares, rmsV, RATE, KEEP, MOMENTUM, ROOT_FLOOR, DECAY);
    backend.average(average, dw, SHARE);
    return read(
        Map.of(
            "w", w,
            "v", v,
            "w of RMSProp", rmsW,
            "v of RMSProp", rmsV,
            "squares", squares,
            "average", average));
  }

  private static Map<String, float[]> read(Map<String, Tensor> tensors) {
    Map<String, float[]> values = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> values.put(name, tensor.toArray()));
    return values;
  }
}
