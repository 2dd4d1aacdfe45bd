package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;
import static io.scarlet.backend.cpu.Lanes.COUNT;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Depthwise convolutions, some pictures for each worker. */
final class DepthwiseConvolution {

  private static final int WEIGHTS = 0;
  private static final int PARTIAL = 1;

  private final Workers workers;
  private final Workspace[] spaces;
  private final Scratch scratch = new Scratch();

  DepthwiseConvolution(Workers workers, Workspace[] spaces) {
    this.workers = workers;
    this.spaces = spaces;
  }

  /** How the pictures are divided. */
  static Pieces pieces(int n) {
    return Pieces.of(n, 1);
  }

  void forward(
      Operator.DepthwiseConvolution op, int n, PlaneSource x, Tensor w, Tensor y, RowSink sink) {
    slide(Sliding.forward(new DepthwiseKernel(op)), n, x, w, y, sink);
  }

  void inputGradient(
      Operator.DepthwiseConvolution op, int n, Tensor w, PlaneSource dy, Tensor dx, RowSink sink) {
    slide(Sliding.inputGradient(new DepthwiseKernel(op)), n, dy, w, dx, sink);
  }

  private void slide(Sliding sliding, int n, PlaneSource from, Tensor w, Tensor y, RowSink sink) {
    long weights = packed(sliding, w);
    long size = sliding.out().size();
    long to = address(y, n * size);
    int area = Math.toIntExact(sliding.out().area());
    Pieces pieces = pieces(n);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          Workspace space = spaces[worker];
          long plane = space.plane(sliding.plane());
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            for (int block = 0; block < sliding.kernel().blocks(); block++) {
              sliding.plane().fill(from, i, block, plane);
              sliding.run(plane, block, weights, to + bytes(i * size), space);
            }
            sink.written(piece, (long) i * area, area, space);
          }
        });
  }

  private long packed(Sliding sliding, Tensor w) {
    long weights = scratch.take(WEIGHTS, sliding.packedSize());
    sliding.pack(address(w, sliding.kernel().op().parameters()), weights);
    return weights;
  }

  /** The gradient of the weights alone. */
  void weightGradient(
      Operator.DepthwiseConvolution op,
      int n,
      PlaneSource x,
      PlaneSource dy,
      Tensor dw,
      boolean accumulate) {
    gradients(
        op, n, x, dy, dw, accumulate, (i, block, plane, space) -> {}, (piece, i, space) -> {});
  }

  /** The gradients of the weights and the input at once. */
  void gradient(
      Operator.DepthwiseConvolution op,
      int n,
      PlaneSource x,
      Tensor w,
      PlaneSource dy,
      Tensor dw,
      boolean accumulate,
      Tensor dx,
      RowSink sink) {
    Sliding sliding = Sliding.inputGradient(new DepthwiseKernel(op));
    long weights = packed(sliding, w);
    long size = op.in().size();
    long to = address(dx, n * size);
    int area = Math.toIntExact(op.in().area());
    gradients(
        op,
        n,
        x,
        dy,
        dw,
        accumulate,
        (i, block, plane, space) -> sliding.run(plane, block, weights, to + bytes(i * size), space),
        (piece, i, space) -> sink.written(piece, (long) i * area, area, space));
  }

  private interface OnBlock {
    /** Goes on with a plane of the output's gradient. */
    void then(int picture, int block, long plane, Workspace space);
  }

  private interface OnPicture {
    void then(int piece, int picture, Workspace space);
  }

  private void gradients(
      Operator.DepthwiseConvolution op,
      int n,
      PlaneSource x,
      PlaneSource dy,
      Tensor dw,
      boolean accumulate,
      OnBlock onBlock,
      OnPicture onPicture) {
    DepthwiseKernel kernel = new DepthwiseKernel(op);
    Plane in = kernel.input();
    Plane out = kernel.outputGradient();
    TapGradients taps = kernel.weightGradient();
    long size = kernel.blocks() * taps.size() * COUNT;
    Pieces pieces = pieces(n);
    long partial = scratch.take(PARTIAL, pieces.count() * size);
    Lanes.clear(partial, pieces.count() * size);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          Workspace space = spaces[worker];
          long plane = space.plane(in);
          long gradient = space.gradientPlane(out);
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            for (int block = 0; block < kernel.blocks(); block++) {
              in.fill(x, i, block, plane);
              out.fill(dy, i, block, gradient);
              long sums = partial + bytes(piece * size + block * taps.size() * COUNT);
              taps.add(plane, out.inside(gradient), out.row(), sums);
              onBlock.then(i, block, gradient, space);
            }
            onPicture.then(piece, i, space);
          }
        });
    for (int piece = 1; piece < pieces.count(); piece++) {
      Elementwise.add(partial, partial + bytes(piece * size), Math.toIntExact(size));
    }
    kernel.unpack(partial, taps.size(), address(dw, op.parameters()), accumulate);
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
