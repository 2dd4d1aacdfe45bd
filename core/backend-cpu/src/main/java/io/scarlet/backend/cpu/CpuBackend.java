package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.FusedKernels;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;
import io.scarlet.supernet.backend.Tensor;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The kernels of this package, shared among threads. */
public final class CpuBackend implements Backend {

  private static final int ROWS = 64;
  private static final int VALUES = 1 << 15;

  private final Workers workers;
  private final DenseConvolution dense;
  private final BatchNormalization norm;
  private final DepthwiseConvolution depthwise;
  private final FusedKernels fused;

  /**
   * @param threads that compute, at least 1; they change the time, never the result
   */
  public CpuBackend(int threads) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new IllegalStateException(
          "the CPU backend needs the JVM option --add-modules jdk.incubator.vector");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("a backend needs at least 1 thread, got " + threads);
    }
    workers = new Workers(threads);
    Workspace[] spaces = Workspace.of(workers);
    dense = new DenseConvolution(workers, spaces);
    norm = new BatchNormalization(workers, spaces);
    depthwise = new DepthwiseConvolution(workers, spaces);
    fused = new CpuKernels(dense, depthwise, norm);
  }

  @Override
  public String description() {
    return "cpu: Vector API, "
        + Lanes.SPECIES.vectorBitSize()
        + "-bit vectors, "
        + workers.count()
        + (workers.count() == 1 ? " thread" : " threads");
  }

  @Override
  public Optional<FusedKernels> fused() {
    return Optional.of(fused);
  }

  @Override
  public Tensor allocate(long size) {
    return CpuTensor.allocate(size);
  }

  @Override
  public void fill(Tensor x, float value) {
    long at = address(x, x.size());
    for (long i = 0; i < x.size(); i++) {
      Lanes.set(at + i * Float.BYTES, value);
    }
  }

  @Override
  public void copy(Tensor from, Tensor to) {
    Lanes.copy(address(from, from.size()), address(to, from.size()), from.size());
  }

  @Override
  public void add(Tensor x, Tensor y) {
    long to = address(x, x.size());
    long from = address(y, x.size());
    each(x.size(), (offset, count) -> Elementwise.add(to + offset, from + offset, count));
  }

  @Override
  public void convolution(
      Operator.Convolution op, int n, Tensor x, Tensor w, Tensor bias, Tensor y) {
    Columns columns = new Columns(op);
    var windows = DenseConvolution.Windows.of(columns, address(x, n * op.in().size()));
    dense.forward(op, n, windows, w, address(y, n * op.out().size()), RowSink.NONE);
    if (op.bias()) {
      dense.addBias(op, n, bias, y);
    }
  }

  @Override
  public void convolutionInputGradient(
      Operator.Convolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    dense.inputGradient(op, n, w, dy, dx);
  }

  @Override
  public void convolutionWeightGradient(
      Operator.Convolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    Columns columns = new Columns(op);
    var windows = DenseConvolution.Windows.of(columns, address(x, n * op.in().size()));
    RowSource g = RowSource.stored(address(dy, n * op.out().size()), op.filters());
    dense.weightGradient(op, n, windows, g, dw, accumulate);
  }

  @Override
  public void biasGradient(long rows, int channels, Tensor dy, Tensor db, boolean accumulate) {
    long to = address(db, channels);
    if (!accumulate) {
      Lanes.clear(to, channels);
    }
    Elementwise.columnSums(address(dy, rows * channels), rows, channels, to);
  }

  @Override
  public void depthwise(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y) {
    depthwise.forward(op, n, stored(op.in(), n, x), w, y, RowSink.NONE);
  }

  @Override
  public void depthwiseInputGradient(
      Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    depthwise.inputGradient(op, n, w, stored(op.out(), n, dy), dx, RowSink.NONE);
  }

  @Override
  public void depthwiseWeightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    PlaneSource from = stored(op.in(), n, x);
    depthwise.weightGradient(op, n, from, stored(op.out(), n, dy), dw, accumulate);
  }

  private static PlaneSource stored(FeatureMap map, int n, Tensor x) {
    return PlaneSource.stored(address(x, n * map.size()), map);
  }

  @Override
  public void moments(FeatureMap map, int n, Tensor x, Tensor mean, Tensor variance) {
    norm.moments(map, n, x, new Moments(mean, variance));
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
    norm.forward(new Norm(op, moments, scale, shift, epsilon), n, x, y);
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
    Norm of = new Norm(op, moments, scale, shift, epsilon);
    norm.gradient(of, n, x, dy, dx, new NormGradient(dScale, dShift), accumulate);
  }

  @Override
  public void activate(Activation activation, Tensor x, Tensor y) {
    long from = address(x, x.size());
    long to = address(y, x.size());
    if (activation == Activation.HSWISH) {
      each(x.size(), (at, count) -> Elementwise.hardSwish(from + at, to + at, count));
      return;
    }
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    each(x.size(), (at, count) -> Elementwise.clamp(low, high, from + at, to + at, count));
  }

  @Override
  public void activateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx) {
    long from = address(x, x.size());
    long g = address(dy, x.size());
    long to = address(dx, x.size());
    if (activation == Activation.HSWISH) {
      each(
          x.size(),
          (at, count) -> Elementwise.hardSwishGradient(from + at, g + at, to + at, count));
      return;
    }
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    each(
        x.size(),
        (at, count) -> Elementwise.clampGradient(low, high, from + at, g + at, to + at, count));
  }

  @Override
  public void averagePool(FeatureMap map, int n, Tensor x, Tensor y) {
    AreaKernel kernel = area(map);
    long from = address(x, n * map.size());
    long to = address(y, (long) n * map.channels());
    pictures(n, i -> kernel.mean(from + i * bytes(map.size()), to + i * bytes(map.channels())));
  }

  @Override
  public void averagePoolGradient(FeatureMap map, int n, Tensor dy, Tensor dx) {
    AreaKernel kernel = area(map);
    long from = address(dy, (long) n * map.channels());
    long to = address(dx, n * map.size());
    pictures(
        n, i -> kernel.spreadMean(from + i * bytes(map.channels()), to + i * bytes(map.size())));
  }

  @Override
  public void scale(FeatureMap map, int n, Tensor x, Tensor gate, Tensor y) {
    AreaKernel kernel = area(map);
    long from = address(x, n * map.size());
    long by = address(gate, (long) n * map.channels());
    long to = address(y, n * map.size());
    pictures(
        n,
        i ->
            kernel.scale(
                from + i * bytes(map.size()),
                by + i * bytes(map.channels()),
                to + i * bytes(map.size())));
  }

  @Override
  public void scaleGradient(
      FeatureMap map, int n, Tensor x, Tensor gate, Tensor dy, Tensor dx, Tensor dGate) {
    AreaKernel kernel = area(map);
    long from = address(x, n * map.size());
    long by = address(gate, (long) n * map.channels());
    long g = address(dy, n * map.size());
    long to = address(dx, n * map.size());
    long toGate = address(dGate, (long) n * map.channels());
    pictures(
        n,
        i -> {
          long picture = i * bytes(map.size());
          long row = i * bytes(map.channels());
          kernel.scaleGradient(from + picture, by + row, g + picture, to + picture, toGate + row);
        });
  }

  @Override
  public void hardSigmoid(Tensor x, Tensor y) {
    Elementwise.hardSigmoid(address(x, x.size()), address(y, x.size()), (int) x.size());
  }

  @Override
  public void hardSigmoidGradient(Tensor x, Tensor dy, Tensor dx) {
    Elementwise.hardSigmoidGradient(
        address(x, x.size()), address(dy, x.size()), address(dx, x.size()), (int) x.size());
  }

  @Override
  public void sgd(Tensor w, Tensor dw, Tensor velocity, float rate, float momentum, float decay) {
    long weights = address(w, w.size());
    long gradients = address(dw, w.size());
    long velocities = address(velocity, w.size());
    each(
        w.size(),
        (offset, count) ->
            Elementwise.sgd(
                weights + offset,
                gradients + offset,
                velocities + offset,
                count,
                rate,
                momentum,
                decay));
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
    long weights = address(w, w.size());
    long gradients = address(dw, w.size());
    long means = address(squares, w.size());
    long velocities = address(velocity, w.size());
    each(
        w.size(),
        (offset, count) ->
            Elementwise.rmsProp(
                weights + offset,
                gradients + offset,
                means + offset,
                velocities + offset,
                count,
                rate,
                keep,
                momentum,
                epsilon,
                decay));
  }

  @Override
  public void average(Tensor average, Tensor x, float share) {
    long to = address(average, average.size());
    long from = address(x, average.size());
    each(
        average.size(),
        (offset, count) -> Elementwise.average(to + offset, from + offset, count, share));
  }

  @Override
  public void close() {
    workers.close();
  }

  private interface Run {
    void of(long offset, int count);
  }

  private void each(long values, Run run) {
    Pieces pieces = Pieces.of(values, VALUES);
    workers.run(
        pieces.count(),
        piece -> {
          int from = pieces.from(piece);
          run.of(bytes(from), pieces.to(piece) - from);
        });
  }

  private void pictures(int n, IntConsumer body) {
    Pieces pieces = Pieces.of(n, Math.max(1, n / ROWS));
    workers.run(
        pieces.count(),
        piece -> {
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            body.accept(i);
          }
        });
  }

  private static AreaKernel area(FeatureMap map) {
    return new AreaKernel(Math.toIntExact(map.area()), map.channels());
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
