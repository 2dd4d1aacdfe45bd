package io.scarlet.backend.cpu;

/**
 * Runs passes over rows of features, some groups of rows for each worker. Rows that fill no group
 * are set aside in one that does, where what is missing adds nothing to a sum.
 */
final class RowPasses {

  private static final int GRAIN = 256;

  private static final int X = 0;
  private static final int DY = 1;
  private static final int OUT = 2;

  private final Workers workers;
  private final Scratch scratch = new Scratch();

  RowPasses(Workers workers) {
    this.workers = workers;
  }

  /**
   * Features that a pass goes over.
   *
   * @param x address of what is read
   * @param dy address of the gradient that is read, 0 if none is
   * @param out address of what is written, 0 if nothing is
   */
  record Features(long x, long dy, long out) {}

  /** One pass over some groups. */
  interface Pass {
    /**
     * Goes over the groups {@code from ... to - 1}.
     *
     * @param piece below {@link #pieces}, another one for each call
     */
    void run(Features features, int from, int to, int piece);
  }

  /** Calls of a pass over so many rows. */
  static int pieces(Period period, long rows) {
    return whole(period, rows).count() + 1;
  }

  private static Pieces whole(Period period, long rows) {
    return Pieces.of(rows / period.rows(), GRAIN / period.rows());
  }

  /**
   * Runs a pass over all rows.
   *
   * @param origin address of values of a period, which missing rows take
   */
  void run(Period period, long rows, Features features, long origin, Pass pass) {
    Pieces pieces = whole(period, rows);
    workers.run(
        pieces.count(), piece -> pass.run(features, pieces.from(piece), pieces.to(piece), piece));
    int left = (int) (rows % period.rows());
    if (left == 0) {
      return;
    }
    long done = (rows - left) * period.channels() * Float.BYTES;
    long values = (long) left * period.channels();
    long x = scratch.take(X, period.values());
    Lanes.copy(origin, x, period.values());
    Lanes.copy(features.x() + done, x, values);
    long dy = scratch.take(DY, period.values());
    if (features.dy() != 0) {
      Lanes.clear(dy, period.values());
      Lanes.copy(features.dy() + done, dy, values);
    }
    long out = scratch.take(OUT, period.values());
    pass.run(new Features(x, dy, out), 0, 1, pieces.count());
    if (features.out() != 0) {
      Lanes.copy(out, features.out() + done, values);
    }
  }
}
