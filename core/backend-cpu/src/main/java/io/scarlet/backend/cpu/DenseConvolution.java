package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Dense convolutions as matrix products, a piece of the rows for each worker. */
final class DenseConvolution {

  /** Rows of one product: so many that a call costs nothing, so few that they stay in the cache. */
  private static final int GRAIN = 256;

  private static final int COLUMNS = 0;
  private static final int TRANSPOSED = 1;
  private static final int PARTIAL = 2;

  private final Workers workers;
  private final Scratch scratch = new Scratch();

  DenseConvolution(Workers workers) {
    this.workers = workers;
  }

  void forward(Operator.Convolution op, int n, Tensor x, Tensor w, Tensor y) {
    Columns columns = new Columns(op);
    int depth = columns.depth();
    int filters = op.filters();
    long rows = n * op.out().area();
    long a = rowsOf(columns, n, address(x, n * op.in().size()));
    long b = address(w, (long) depth * filters);
    long c = address(y, rows * filters);
    Pieces pieces = Pieces.of(rows, GRAIN);
    workers.run(
        pieces.count(),
        piece -> {
          int from = pieces.from(piece);
          int to = pieces.to(piece);
          for (int row = from; row < to; row += GRAIN) {
            int count = Math.min(GRAIN, to - row);
            Lanes.clear(c + bytes((long) row * filters), (long) count * filters);
            Product.multiply(
                a + bytes((long) row * depth),
                bytes(depth),
                Float.BYTES,
                b,
                bytes(filters),
                c + bytes((long) row * filters),
                bytes(filters),
                count,
                filters,
                depth);
          }
        });
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
    int filters = op.filters();
    long rows = n * op.out().area();
    long g = address(dy, rows * filters);
    long b = transposed(address(w, (long) depth * filters), depth, filters);
    long out = address(dx, n * op.in().size());
    long c = columns.isPointwise() ? out : scratch.take(COLUMNS, rows * depth);
    Pieces pieces = Pieces.of(rows, GRAIN);
    workers.run(
        pieces.count(),
        piece -> {
          int to = pieces.to(piece);
          for (int row = pieces.from(piece); row < to; row += GRAIN) {
            int count = Math.min(GRAIN, to - row);
            Lanes.clear(c + bytes((long) row * depth), (long) count * depth);
            Product.multiply(
                g + bytes((long) row * filters),
                bytes(filters),
                Float.BYTES,
                b,
                bytes(depth),
                c + bytes((long) row * depth),
                bytes(depth),
                count,
                depth,
                filters);
          }
        });
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
    long a = rowsOf(columns, n, address(x, n * op.in().size()));
    long g = address(dy, rows * filters);
    long weights = (long) depth * filters;
    long to = address(dw, weights);
    Pieces pieces = Pieces.of(rows, GRAIN);
    long partial = scratch.take(PARTIAL, pieces.count() * weights);
    workers.run(
        pieces.count(),
        piece -> {
          long c = partial + bytes(piece * weights);
          Lanes.clear(c, weights);
          int end = pieces.to(piece);
          for (int row = pieces.from(piece); row < end; row += GRAIN) {
            Product.multiply(
                a + bytes((long) row * depth),
                Float.BYTES,
                bytes(depth),
                g + bytes((long) row * filters),
                bytes(filters),
                c,
                bytes(filters),
                depth,
                filters,
                Math.min(GRAIN, end - row));
          }
        });
    Partials.reduce(partial, pieces.count(), weights, to, accumulate);
  }

  private long rowsOf(Columns columns, int n, long x) {
    if (columns.isPointwise()) {
      return x;
    }
    Operator.Convolution op = columns.op();
    long picture = op.out().area() * columns.depth();
    long all = scratch.take(COLUMNS, n * picture);
    workers.run(n, i -> columns.gather(x + bytes(i * op.in().size()), all + bytes(i * picture)));
    return all;
  }

  private long transposed(long w, int rows, int columns) {
    long t = scratch.take(TRANSPOSED, (long) rows * columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        Lanes.set(t + bytes((long) j * rows + i), Lanes.get(w + bytes((long) i * columns + j)));
      }
    }
    return t;
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
