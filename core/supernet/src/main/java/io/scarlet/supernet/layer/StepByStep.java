package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
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
import java.util.function.Consumer;

/**
 * What fused kernels compute, one kernel after the other: for backends that have none, and to test
 * those of backends that have.
 */
public final class StepByStep implements FusedKernels {

  private final Backend backend;
  private final Buffers buffers;

  /**
   * The kernels of a backend.
   *
   * @param buffers where features lie between two kernels
   */
  public StepByStep(Backend backend, Buffers buffers) {
    this.backend = backend;
    this.buffers = buffers;
  }

  @Override
  public void convolution(
      Operator.Convolution op, int n, Features x, Tensor w, Tensor y, Optional<Moments> moments) {
    normalised(n, x, read -> backend.convolution(op, n, read, w, w.part(0, 0), y));
    moments.ifPresent(m -> backend.moments(op.out(), n, y, m.mean(), m.variance()));
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
    throughNorm(
        n,
        dy,
        g -> {
          normalised(
              n,
              x,
              read -> backend.convolutionWeightGradient(op, n, read, g, dw.dw(), dw.accumulate()));
          dx.ifPresent(to -> backend.convolutionInputGradient(op, n, w, g, to.dx()));
        });
    dx.ifPresent(to -> sums(n, x, to));
  }

  @Override
  public void depthwise(
      Operator.DepthwiseConvolution op,
      int n,
      Features x,
      Tensor w,
      Tensor y,
      Optional<Moments> moments) {
    normalised(n, x, read -> backend.depthwise(op, n, read, w, y));
    moments.ifPresent(m -> backend.moments(op.out(), n, y, m.mean(), m.variance()));
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
    throughNorm(
        n,
        dy,
        g -> {
          normalised(
              n,
              x,
              read -> backend.depthwiseWeightGradient(op, n, read, g, dw.dw(), dw.accumulate()));
          dx.ifPresent(to -> backend.depthwiseInputGradient(op, n, w, g, to.dx()));
        });
    dx.ifPresent(to -> sums(n, x, to));
  }

  @Override
  public void normGradient(int n, Tensor x, Norm norm, Tensor behind, NormGradient sums) {
    Tensor unused = buffers.take(n * norm.op().in().size());
    norm.gradient(backend, n, x, behind, unused, sums);
    buffers.release(unused);
  }

  private void normalised(int n, Features x, Consumer<Tensor> use) {
    if (x.norm().isEmpty()) {
      use.accept(x.tensor());
      return;
    }
    Norm norm = x.norm().get();
    Tensor y = buffers.take(n * norm.op().in().size());
    norm.apply(backend, n, x.tensor(), y);
    use.accept(y);
    buffers.release(y);
  }

  private void throughNorm(int n, OutputGradient dy, Consumer<Tensor> use) {
    int channels = dy.norm().op().in().channels();
    Tensor g = buffers.take(n * dy.norm().op().in().size());
    Tensor scale = buffers.take(channels);
    Tensor shift = buffers.take(channels);
    dy.norm().gradient(backend, n, dy.x(), dy.behind(), g, new NormGradient(scale, shift));
    use.accept(g);
    buffers.release(g);
    buffers.release(scale);
    buffers.release(shift);
  }

  private void sums(int n, Features x, InputGradient dx) {
    x.norm().ifPresent(norm -> normGradient(n, x.tensor(), norm, dx.dx(), dx.sums().orElseThrow()));
  }
}
