package io.scarlet.backend.portable;

import static io.scarlet.backend.portable.PortableTensor.array;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The kernels of this package on the processor or GPU that ND4J found. */
public final class PortableBackend implements Backend {

  private static final int FRESH = 0;
  private static final int DECAY = 1;
  private static final int SLOPE = 2;

  private final Scratch scratch = new Scratch();
  private final ColumnSums sums = new ColumnSums();
  private final Curves curves = new Curves();
  private final Areas areas = new Areas();
  private final DenseConvolution dense = new DenseConvolution();
  private final DepthwiseConvolution depthwise = new DepthwiseConvolution();
  private final BatchNormalization norm = new BatchNormalization();

  /**
   * @param threads that ND4J's own operations may take, at least 1, for all backends of the
   *     process; convolutions and products of matrices take one
   */
  public PortableBackend(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a backend needs at least 1 thread, got " + threads);
    }
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
  }

  @Override
  public String description() {
    return "portable: ND4J on "
        + (Nd4j.getEnvironment().isCPU() ? "the processor" : "an NVIDIA GPU")
        + ", results as on one thread";
  }

  @Override
  public Tensor allocate(long size) {
    return PortableTensor.allocate(size);
  }

  @Override
  public void fill(Tensor x, float value) {
    if (x.size() > 0) {
      flat(x).assign(value);
    }
  }

  @Override
  public void copy(Tensor from, Tensor to) {
    if (from.size() > 0) {
      array(to, from.size()).assign(flat(from));
    }
  }

  @Override
  public void add(Tensor x, Tensor y) {
    Operations.add(flat(x), array(y, x.size()), flat(x));
  }

  @Override
  public void convolution(
      Operator.Convolution op, int n, Tensor x, Tensor w, Tensor bias, Tensor y) {
    dense.forward(op, n, x, w, bias, y);
  }

  @Override
  public void convolutionInputGradient(
      Operator.Convolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    dense.inputGradient(op, n, w, dy, dx);
  }

  @Override
  public void convolutionWeightGradient(
      Operator.Convolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    dense.weightGradient(op, n, x, dy, dw, accumulate);
  }

  @Override
  public void biasGradient(long rows, int channels, Tensor dy, Tensor db, boolean accumulate) {
    INDArray to = array(db, channels);
    INDArray fresh = accumulate ? scratch.take(FRESH, channels) : to;
    sums.of(array(dy, rows, channels), fresh);
    if (accumulate) {
      Operations.add(to, fresh, to);
    }
  }

  @Override
  public void depthwise(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y) {
    depthwise.forward(op, n, x, w, y);
  }

  @Override
  public void depthwiseInputGradient(
      Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    depthwise.inputGradient(op, n, w, dy, dx);
  }

  @Override
  public void depthwiseWeightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    depthwise.weightGradient(op, n, x, dy, dw, accumulate);
  }

  @Override
  public void moments(FeatureMap map, int n, Tensor x, Tensor mean, Tensor variance) {
    norm.moments(map, n, x, mean, variance);
  }

  @Override
  public void batchNorm(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor y) {
    norm.forward(op, n, x, moments, scale, shift, epsilon, y);
  }

  @Override
  public void batchNormGradient(
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
    norm.gradient(op, n, x, moments, scale, shift, epsilon, dy, dx, dScale, dShift, accumulate);
  }

  @Override
  public void activate(Activation activation, Tensor x, Tensor y) {
    curves.value(activation, flat(x), array(y, x.size()));
  }

  @Override
  public void activateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx) {
    INDArray slope = scratch.take(SLOPE, x.size());
    curves.slope(activation, flat(x), slope);
    Operations.multiply(slope, array(dy, x.size()), array(dx, x.size()));
  }

  @Override
  public void averagePool(FeatureMap map, int n, Tensor x, Tensor y) {
    areas.mean(map, n, x, y);
  }

  @Override
  public void averagePoolGradient(FeatureMap map, int n, Tensor dy, Tensor dx) {
    areas.spreadMean(map, n, dy, dx);
  }

  @Override
  public void scale(FeatureMap map, int n, Tensor x, Tensor gate, Tensor y) {
    areas.scale(map, n, x, gate, y);
  }

  @Override
  public void scaleGradient(
      FeatureMap map, int n, Tensor x, Tensor gate, Tensor dy, Tensor dx, Tensor dGate) {
    areas.scaleGradient(map, n, x, gate, dy, dx, dGate);
  }

  @Override
  public void hardSigmoid(Tensor x, Tensor y) {
    curves.gate(flat(x), array(y, x.size()));
  }

  @Override
  public void hardSigmoidGradient(Tensor x, Tensor dy, Tensor dx) {
    INDArray slope = scratch.take(SLOPE, x.size());
    curves.gateSlope(flat(x), slope);
    Operations.multiply(slope, array(dy, x.size()), array(dx, x.size()));
  }

  @Override
  public void sgd(Tensor w, Tensor dw, Tensor velocity, float rate, float momentum, float decay) {
    INDArray weights = flat(w);
    INDArray v = array(velocity, w.size());
    INDArray change = scratch.take(DECAY, w.size());
    v.muli(momentum);
    Operations.add(v, array(dw, w.size()), v);
    weights.mul(decay, change);
    Operations.add(v, change, v);
    v.mul(rate, change);
    Operations.subtract(weights, change, weights);
  }

  @Override
  public void rmsProp(
      Tensor w,
      Tensor dw,
      Tensor squares,
      Tensor velocity,
      float rate,
      float keep,
      float momentum,
      float epsilon,
      float decay) {
    INDArray weights = flat(w);
    INDArray means = array(squares, w.size());
    INDArray v = array(velocity, w.size());
    INDArray gradient = scratch.take(DECAY, w.size());
    INDArray change = scratch.take(SLOPE, w.size());
    weights.mul(decay, gradient);
    Operations.add(gradient, array(dw, w.size()), gradient);
    Operations.multiply(gradient, gradient, change);
    Operations.subtract(change, means, change);
    change.muli(1 - keep);
    Operations.add(means, change, means);
    means.add(epsilon, change);
    Transforms.sqrt(change, false);
    change.rdivi(rate);
    Operations.multiply(gradient, change, change);
    v.muli(momentum);
    Operations.add(v, change, v);
    Operations.subtract(weights, v, weights);
  }

  @Override
  public void average(Tensor average, Tensor x, float share) {
    INDArray mean = flat(average);
    INDArray way = scratch.take(DECAY, average.size());
    Operations.subtract(array(x, average.size()), mean, way);
    way.muli(share);
    Operations.add(mean, way, mean);
  }

  /** Nothing: ND4J frees memory that nothing refers to any more. */
  @Override
  public void close() {}

  private static INDArray flat(Tensor x) {
    return array(x, x.size());
  }
}
