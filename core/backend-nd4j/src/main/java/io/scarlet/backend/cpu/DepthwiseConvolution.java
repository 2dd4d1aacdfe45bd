package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Depthwise convolutions, some pictures for each worker. */
final class DepthwiseConvolution {

  private static final int FLIPPED = 0;
  private static final int PARTIAL = 1;

  private final Workers workers;
  private final Scratch scratch = new Scratch();

  DepthwiseConvolution(Workers workers) {
    this.workers = workers;
  }

  void forward(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y) {
    forward(
        kernel(op),
        n,
        address(x, n * op.in().size()),
        address(w, op.parameters()),
        address(y, n * op.out().size()));
  }

  private void forward(DepthwiseKernel kernel, int n, long x, long w, long y) {
    long in = bytes((long) kernel.height() * kernel.width() * kernel.channels());
    long out = bytes((long) kernel.outHeight() * kernel.outWidth() * kernel.channels());
    Pieces pieces = Pieces.of(n, 1);
    workers.run(
        pieces.count(),
        piece -> {
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            kernel.forward(x + i * in, w, y + i * out);
          }
        });
  }

  /** With stride 1 the gradient is a convolution with the kernel turned half round. */
  void inputGradient(Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    DepthwiseKernel kernel = kernel(op);
    long weights = address(w, op.parameters());
    long g = address(dy, n * op.out().size());
    long to = address(dx, n * op.in().size());
    if (op.stride() == 1) {
      forward(kernel, n, g, flipped(op, weights), to);
      return;
    }
    Pieces pieces = Pieces.of(n, 1);
    workers.run(
        pieces.count(),
        piece -> {
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            kernel.inputGradient(
                g + i * bytes(op.out().size()), weights, to + i * bytes(op.in().size()));
          }
        });
  }

  void weightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    DepthwiseKernel kernel = kernel(op);
    long from = address(x, n * op.in().size());
    long g = address(dy, n * op.out().size());
    long weights = op.parameters();
    Pieces pieces = Pieces.of(n, 1);
    long partial = scratch.take(PARTIAL, pieces.count() * weights);
    workers.run(
        pieces.count(),
        piece -> {
          long to = partial + bytes(piece * weights);
          Lanes.zero(to, weights);
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            kernel.weightGradient(
                from + i * bytes(op.in().size()), g + i * bytes(op.out().size()), to);
          }
        });
    Partials.reduce(partial, pieces.count(), weights, address(dw, weights), accumulate);
  }

  private long flipped(Operator.DepthwiseConvolution op, long w) {
    int channels = op.in().channels();
    int taps = op.kernel() * op.kernel();
    long flipped = scratch.take(FLIPPED, op.parameters());
    for (int tap = 0; tap < taps; tap++) {
      Lanes.copy(
          w + bytes((long) tap * channels),
          flipped + bytes((long) (taps - 1 - tap) * channels),
          channels);
    }
    return flipped;
  }

  private static DepthwiseKernel kernel(Operator.DepthwiseConvolution op) {
    return new DepthwiseKernel(
        op.in().height(), op.in().width(), op.in().channels(), op.kernel(), op.stride());
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
