package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Dense convolutions as matrix products, a piece of the rows for each worker. */
final class DenseConvolution {

  /** Fewer rows are not worth a piece. */
  private static final int GRAIN = 256;

  /** Values of a left-hand side that stay in the first-level cache beside a panel. */
  private static final int NEAR = 6_144;

  private static final int COLUMNS = 0;
  private static final int PANELS = 1;
  private static final int PARTIAL = 2;

  private final Workers workers;
  private final Workspace[] spaces;
  private final Scratch scratch = new Scratch();

  DenseConvolution(Workers workers) {
    this.workers = workers;
    spaces = Workspace.of(workers);
  }

  private interface Rows {
    /** Reads rows of a left-hand side, counted over all pictures. */
    void read(long row, int rows, float[] to);
  }

  void forward(Operator.Convolution op, int n, Tensor x, Tensor w, Tensor y) {
    Columns columns = new Columns(op);
    Panels weights = panels(columns.depth(), op.filters());
    weights.pack(address(w, weights(op)), bytes(op.filters()));
    long rows = n * op.out().area();
    long from = address(x, n * op.in().size());
    multiply(
        rows,
        (row, count, to) -> columns.read(from, row, count, to),
        weights,
        address(y, rows * op.filters()));
  }

  private Panels panels(int depth, int columns) {
    return new Panels(scratch.take(PANELS, Panels.size(depth, columns)), depth, columns);
  }

  private void multiply(long rows, Rows source, Panels b, long c) {
    long stride = bytes(b.columns());
    int most = near(b.depth(), 8 * Product.HEIGHTS);
    Pieces pieces = Pieces.of(rows, GRAIN);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          Workspace space = spaces[worker];
          float[] a = space.rows(most, b.depth());
          int end = pieces.to(piece);
          for (int row = pieces.from(piece); row < end; row += most) {
            int count = Math.min(most, end - row);
            source.read(row, count, a);
            space.product().rows(a, count, b, c + row * stride, stride);
          }
        });
  }

  /** Rows of so many values that stay near, a multiple of the tiles' heights. */
  private static int near(int depth, int most) {
    int rows = Math.min(most, NEAR / depth);
    return Math.max(1, rows / Product.HEIGHTS) * Product.HEIGHTS;
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
    Panels weights = panels(op.filters(), depth);
    weights.packTransposed(address(w, weights(op)));
    long rows = n * op.out().area();
    long g = address(dy, rows * op.filters());
    long out = address(dx, n * op.in().size());
    long c = columns.isPointwise() ? out : scratch.take(COLUMNS, rows * depth);
    multiply(
        rows,
        (row, count, to) -> Lanes.copy(g + bytes(row * op.filters()), to, 0, count * op.filters()),
        weights,
        c);
    if (!columns.isPointwise()) {
      long picture = op.out().area() * depth;
      workers.run(n, i -> columns.scatter(c + bytes(i * picture), out + bytes(i * op.in().size())));
    }
  }

  void weightGradient(
      Operator.Convolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    Columns columns = new Columns(op);
    int depth = columns.depth();
    int filters = op.filters();
    long rows = n * op.out().area();
    long from = address(x, n * op.in().size());
    long g = address(dy, rows * filters);
    long to = address(dw, weights(op));
    int most = near((depth + filters + 3) / 4, GRAIN);
    Pieces pieces = Pieces.of(rows, GRAIN);
    long partial = scratch.take(PARTIAL, pieces.count() * weights(op));
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          Workspace space = spaces[worker];
          float[] a = space.rows(most, depth);
          long c = partial + bytes(piece * weights(op));
          Lanes.clear(c, weights(op));
          int end = pieces.to(piece);
          for (int row = pieces.from(piece); row < end; row += most) {
            int count = Math.min(most, end - row);
            columns.read(from, row, count, a);
            Panels gradients = space.panels(count, filters);
            gradients.pack(g + bytes((long) row * filters), bytes(filters));
            space.product().transposed(a, depth, gradients, c);
          }
        });
    Partials.reduce(partial, pieces.count(), weights(op), to, accumulate);
  }

  private static long weights(Operator.Convolution op) {
    return (long) op.kernel() * op.kernel() * op.in().channels() * op.filters();
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
