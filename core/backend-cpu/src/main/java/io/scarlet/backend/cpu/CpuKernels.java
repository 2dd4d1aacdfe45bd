package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Features;
import io.scarlet.supernet.backend.FusedKernels;
import io.scarlet.supernet.backend.InputGradient;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;
import io.scarlet.supernet.backend.OutputGradient;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.backend.WeightGradient;
import java.util.Optional;

/**
 * Convolutions that normalise what they read and sum up what they write, chunk by chunk or picture
 * by picture. A dense convolution with a window larger than 1x1 reads features that are stored, and
 * features behind a norm by way of a tensor of its own.
 */
final class CpuKernels implements FusedKernels {

  private static final int FEATURES = 0;
  private static final int GRADIENT = 1;

  private final DenseConvolution dense;
  private final DepthwiseConvolution depthwise;
  private final BatchNormalization norms;
  private final NormTable before = new NormTable();
  private final NormTable behind = new NormTable();
  private final MomentSums moments = new MomentSums();
  private final GradientSums gradients = new GradientSums();
  private final Scratch scratch = new Scratch();

  CpuKernels(DenseConvolution dense, DepthwiseConvolution depthwise, BatchNormalization norms) {
    this.dense = dense;
    this.depthwise = depthwise;
    this.norms = norms;
  }

  @Override
  public void convolution(
      Operator.Convolution op, int n, Features x, Tensor w, Tensor y, Optional<Moments> moments) {
    Pieces pieces = DenseConvolution.pieces(op, n);
    long to = address(y, n * op.out().size());
    dense.forward(op, n, windows(op, n, x), w, to, sink(to, op.out(), pieces.count(), moments));
    moments.ifPresent(m -> this.moments.finish(new Period(op.filters()), pieces, 1, m));
  }

  private RowSink sink(long y, FeatureMap map, int pieces, Optional<Moments> moments) {
    return moments.isPresent()
        ? this.moments.of(y, new Period(map.channels()), pieces)
        : RowSink.NONE;
  }

  private DenseConvolution.Windows windows(Operator.Convolution op, int n, Features x) {
    Columns columns = new Columns(op);
    if (columns.isPointwise()) {
      return DenseConvolution.Windows.pointwise(source(op.in(), n, x), op.in().channels());
    }
    return DenseConvolution.Windows.of(columns, address(stored(op.in(), n, x), n * op.in().size()));
  }

  private Tensor stored(FeatureMap map, int n, Features x) {
    if (x.norm().isEmpty()) {
      return x.tensor();
    }
    Tensor y = scratch.tensor(FEATURES, n * map.size());
    norms.forward(x.norm().get(), n, x.tensor(), y);
    return y;
  }

  private RowSource source(FeatureMap map, int n, Features x) {
    long from = address(x.tensor(), n * map.size());
    return x.norm()
        .map(norm -> RowSource.normed(from, before.fill(norm)))
        .orElseGet(() -> RowSource.stored(from, map.channels()));
  }

  private RowSource source(FeatureMap map, int n, OutputGradient dy) {
    return RowSource.throughNorm(
        address(dy.x(), n * map.size()),
        address(dy.behind(), n * map.size()),
        behind.fill(dy.norm(), dy.sums(), n * map.area()));
  }

  @Override
  public void convolutionGradient(
      Operator.Convolution op,
      int n,
      Features x,
      Tensor w,
      OutputGradient dy,
      WeightGradient dw,
      Optional<InputGradient> dx) {
    RowSource g = source(op.out(), n, dy);
    if (dx.isEmpty()) {
      dense.weightGradient(op, n, windows(op, n, x), g, dw.dw(), dw.accumulate());
      return;
    }
    InputGradient to = dx.get();
    if (new Columns(op).isPointwise()) {
      Pieces pieces = DenseConvolution.pieces(op, n);
      long out = address(to.dx(), n * op.in().size());
      dense.pointwiseGradient(
          op,
          n,
          windows(op, n, x),
          w,
          g,
          dw.dw(),
          dw.accumulate(),
          out,
          sink(op.in(), n, x, out, pieces.count()));
      finish(x, to, pieces.count());
      return;
    }
    dense.weightGradient(op, n, windows(op, n, x), g, dw.dw(), dw.accumulate());
    Tensor through = scratch.tensor(GRADIENT, n * op.out().size());
    norms.through(dy.norm(), n, dy.x(), dy.behind(), dy.sums(), through);
    dense.inputGradient(op, n, w, through, to.dx());
    x.norm().ifPresent(norm -> norms.sums(norm, n, x.tensor(), to.dx(), to.sums().orElseThrow()));
  }

  /** Sums of the gradient that is written, if there is a norm before. */
  private RowSink sink(FeatureMap map, int n, Features x, long dx, int pieces) {
    return x.norm().isPresent()
        ? gradients.of(address(x.tensor(), n * map.size()), dx, before, pieces)
        : RowSink.NONE;
  }

  private void finish(Features x, InputGradient dx, int pieces) {
    x.norm().ifPresent(norm -> gradients.finish(norm, before, pieces, dx.sums().orElseThrow()));
  }

  @Override
  public void depthwise(
      Operator.DepthwiseConvolution op,
      int n,
      Features x,
      Tensor w,
      Tensor y,
      Optional<Moments> moments) {
    Pieces pieces = DepthwiseConvolution.pieces(n);
    long to = address(y, n * op.out().size());
    RowSink sink = sink(to, op.out(), pieces.count(), moments);
    depthwise.forward(op, n, planes(op.in(), n, x), w, y, sink);
    int area = Math.toIntExact(op.out().area());
    Period period = new Period(op.out().channels());
    moments.ifPresent(m -> this.moments.finish(period, pieces, area, m));
  }

  @Override
  public void depthwiseGradient(
      Operator.DepthwiseConvolution op,
      int n,
      Features x,
      Tensor w,
      OutputGradient dy,
      WeightGradient dw,
      Optional<InputGradient> dx) {
    PlaneSource g = planes(op.out(), n, dy);
    PlaneSource from = planes(op.in(), n, x);
    if (dx.isEmpty()) {
      depthwise.weightGradient(op, n, from, g, dw.dw(), dw.accumulate());
      return;
    }
    InputGradient to = dx.get();
    int pieces = DepthwiseConvolution.pieces(n).count();
    RowSink sink = sink(op.in(), n, x, address(to.dx(), n * op.in().size()), pieces);
    depthwise.gradient(op, n, from, w, g, dw.dw(), dw.accumulate(), to.dx(), sink);
    finish(x, to, pieces);
  }

  private PlaneSource planes(FeatureMap map, int n, Features x) {
    long from = address(x.tensor(), n * map.size());
    return x.norm()
        .map(norm -> PlaneSource.normed(from, map, before.fill(norm)))
        .orElseGet(() -> PlaneSource.stored(from, map));
  }

  private PlaneSource planes(FeatureMap map, int n, OutputGradient dy) {
    return PlaneSource.throughNorm(
        address(dy.x(), n * map.size()),
        address(dy.behind(), n * map.size()),
        map,
        behind.fill(dy.norm(), dy.sums(), n * map.area()));
  }

  @Override
  public void normGradient(int n, Tensor x, Norm norm, Tensor behind, NormGradient sums) {
    norms.sums(norm, n, x, behind, sums);
  }
}
