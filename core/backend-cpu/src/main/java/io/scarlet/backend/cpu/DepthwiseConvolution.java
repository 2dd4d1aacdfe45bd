package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Depthwise convolutions, some pictures for each worker. */
final class DepthwiseConvolution {

  private static final int FLIPPED = 0;
  private static final int PARTIAL = 1;
  private static final int PADDED = 2;

  private final Workers workers;
  private final Scratch scratch = new Scratch();

  DepthwiseConvolution(Workers workers) {
    this.workers = workers;
  }

  void forward(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y) {
    DepthwiseKernel kernel = kernel(op, op.stride());
    long from = address(x, n * op.in().size());
    long weights = address(w, op.parameters());
    long to = address(y, n * op.out().size());
    eachPicture(
        kernel,
        n,
        (i, piece, padded) -> {
          kernel.pad(from + i * bytes(op.in().size()), padded);
          kernel.forward(padded, weights, to + i * bytes(op.out().size()));
        });
  }

  /** A convolution with stride 1 and the kernel turned half round. */
  void inputGradient(Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    DepthwiseKernel padding = kernel(op, op.stride());
    DepthwiseKernel dense = kernel(op, 1);
    long weights = flipped(op, address(w, op.parameters()));
    long from = address(dy, n * op.out().size());
    long to = address(dx, n * op.in().size());
    eachPicture(
        dense,
        n,
        (i, piece, padded) -> {
          padding.padGradient(from + i * bytes(op.out().size()), padded);
          dense.forward(padded, weights, to + i * bytes(op.in().size()));
        });
  }

  void weightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    DepthwiseKernel kernel = kernel(op, op.stride());
    long from = address(x, n * op.in().size());
    long g = address(dy, n * op.out().size());
    long weights = op.parameters();
    int pieces = Pieces.of(n, 1).count();
    long partial = scratch.take(PARTIAL, pieces * weights);
    Lanes.clear(partial, pieces * weights);
    eachPicture(
        kernel,
        n,
        (i, piece, padded) -> {
          kernel.pad(from + i * bytes(op.in().size()), padded);
          kernel.weightGradient(
              padded, g + i * bytes(op.out().size()), partial + bytes(piece * weights));
        });
    Partials.reduce(partial, pieces, weights, address(dw, weights), accumulate);
  }

  private interface Picture {
    void at(long index, long piece, long padded);
  }

  private void eachPicture(DepthwiseKernel kernel, int n, Picture picture) {
    Pieces pieces = Pieces.of(n, 1);
    long all = scratch.take(PADDED, pieces.count() * kernel.paddedSize());
    workers.run(
        pieces.count(),
        piece -> {
          long padded = all + bytes(piece * kernel.paddedSize());
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            picture.at(i, piece, padded);
          }
        });
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

  private static DepthwiseKernel kernel(Operator.DepthwiseConvolution op, int stride) {
    return new DepthwiseKernel(
        op.in().height(), op.in().width(), op.in().channels(), op.kernel(), stride);
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
