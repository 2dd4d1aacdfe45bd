package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Dense convolutions as matrix products, a piece of the rows for each worker. */
final class DenseConvolution {

  /** Values of a left-hand side that stay in the first-level cache beside a panel. */
  private static final int NEAR = 6_144;

  /** Values of all that a chunk of rows touches on the way back, in the second-level cache. */
  private static final int NEXT = 32_768;

  private static final int COLUMNS = 0;
  private static final int PANELS = 1;
  private static final int PARTIAL = 2;

  private final Workers workers;
  private final Workspace[] spaces;
  private final Scratch scratch = new Scratch();

  DenseConvolution(Workers workers, Workspace[] spaces) {
    this.workers = workers;
    this.spaces = spaces;
  }

  /** What a convolution multiplies its weights with, the windows of all pictures. */
  interface Windows {
    /** Reads some windows {@code [count, k * k * C]}. */
    void read(long first, int count, float[] to, Workspace space);

    /** Windows of a 1x1 convolution: the features themselves. */
    static Windows pointwise(RowSource source, int channels) {
      return (first, count, to, space) ->
          Lanes.copy(source.rows(first, count, space), to, 0, count * channels);
    }

    /** Windows of stored pictures. */
    static Windows of(Columns columns, long x) {
      return (first, count, to, space) -> columns.read(x, first, count, to);
    }
  }

  /** How the rows of a convolution's output are divided. */
  static Pieces pieces(Operator.Convolution op, int n) {
    return Pieces.of(n * op.out().area(), 256);
  }

  void forward(Operator.Convolution op, int n, Windows windows, Tensor w, long y, RowSink sink) {
    Columns columns = new Columns(op);
    Panels weights = panels(columns.depth(), op.filters());
    weights.pack(address(w, weights(op)), bytes(op.filters()));
    multiply(pieces(op, n), windows, weights, y, sink);
  }

  private Panels panels(int depth, int columns) {
    return new Panels(scratch.take(PANELS, Panels.size(depth, columns)), depth, columns);
  }

  private void multiply(Pieces pieces, Windows left, Panels b, long c, RowSink sink) {
    long stride = bytes(b.columns());
    int most = chunk(NEAR / b.depth(), 8 * Product.HEIGHTS);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          Workspace space = spaces[worker];
          float[] a = space.rows(most, b.depth());
          int end = pieces.to(piece);
          for (int row = pieces.from(piece); row < end; row += most) {
            int count = Math.min(most, end - row);
            left.read(row, count, a, space);
            space.product().rows(a, count, b, c + row * stride, stride);
            sink.written(piece, row, count, space);
          }
        });
  }

  /** Rows, a multiple of the tiles' heights. */
  private static int chunk(int rows, int most) {
    return Math.max(1, Math.min(rows, most) / Product.HEIGHTS) * Product.HEIGHTS;
  }

  void addBias(Operator.Convolution op, int n, Tensor bias, Tensor y) {
    long rows = n * op.out().area();
    long from = address(bias, op.filters());
    long to = address(y, rows * op.filters());
    for (long row = 0; row < rows; row++) {
      Elementwise.add(to + bytes(row * op.filters()), from, op.filters());
    }
  }

  void inputGradient(Operator.Convolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    Columns columns = new Columns(op);
    int depth = columns.depth();
    long rows = n * op.out().area();
    RowSource g = RowSource.stored(address(dy, rows * op.filters()), op.filters());
    long out = address(dx, n * op.in().size());
    long c = columns.isPointwise() ? out : scratch.take(COLUMNS, rows * depth);
    multiply(pieces(op, n), Windows.pointwise(g, op.filters()), transposed(op, w), c, RowSink.NONE);
    if (!columns.isPointwise()) {
      long picture = op.out().area() * depth;
      workers.run(n, i -> columns.scatter(c + bytes(i * picture), out + bytes(i * op.in().size())));
    }
  }

  private Panels transposed(Operator.Convolution op, Tensor w) {
    Panels weights = panels(op.filters(), new Columns(op).depth());
    weights.packTransposed(address(w, weights(op)));
    return weights;
  }

  void weightGradient(
      Operator.Convolution op, int n, Windows x, RowSource dy, Tensor dw, boolean accumulate) {
    gradients(op, n, x, dy, dw, accumulate, (piece, row, count, g, space) -> {});
  }

  /**
   * The gradients of a 1x1 convolution, of its weights and its input at once.
   *
   * @param dx address of the gradient of the input
   */
  void pointwiseGradient(
      Operator.Convolution op,
      int n,
      Windows x,
      Tensor w,
      RowSource dy,
      Tensor dw,
      boolean accumulate,
      long dx,
      RowSink sink) {
    Panels weights = transposed(op, w);
    int filters = op.filters();
    long stride = bytes(weights.columns());
    gradients(
        op,
        n,
        x,
        dy,
        dw,
        accumulate,
        (piece, row, count, g, space) -> {
          float[] a = space.rows(count, filters);
          Lanes.copy(g, a, 0, count * filters);
          space.product().rows(a, count, weights, dx + row * stride, stride);
          sink.written(piece, row, count, space);
        });
  }

  private interface Chunk {
    /**
     * Goes on with a chunk of rows.
     *
     * @param g address of the rows of the output's gradient
     */
    void then(int piece, int row, int count, long g, Workspace space);
  }

  private void gradients(
      Operator.Convolution op,
      int n,
      Windows x,
      RowSource dy,
      Tensor dw,
      boolean accumulate,
      Chunk chunk) {
    int depth = new Columns(op).depth();
    int filters = op.filters();
    long size = weights(op);
    long to = address(dw, size);
    int most = chunk(NEXT / (depth + filters), 256);
    Pieces pieces = pieces(op, n);
    long partial = scratch.take(PARTIAL, pieces.count() * size);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          Workspace space = spaces[worker];
          long c = partial + bytes(piece * size);
          Lanes.clear(c, size);
          int end = pieces.to(piece);
          for (int row = pieces.from(piece); row < end; row += most) {
            int count = Math.min(most, end - row);
            long g = dy.rows(row, count, space);
            float[] a = space.rows(most, depth);
            x.read(row, count, a, space);
            space.product().transposed(a, depth, g, count, filters, c);
            chunk.then(piece, row, count, g, space);
          }
        });
    Partials.reduce(partial, pieces.count(), size, to, accumulate);
  }

  private static long weights(Operator.Convolution op) {
    return (long) op.kernel() * op.kernel() * op.in().channels() * op.filters();
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
