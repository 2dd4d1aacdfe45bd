package io.scarlet.backend.cpu;

/**
 * Runs a pass over rows as groups of a {@link Period}. Rows that fill no group are set aside in one
 * that does, where what is missing adds nothing to a sum. Each worker has its own.
 */
final class Groups {

  private static final int X = 0;
  private static final int DY = 1;
  private static final int OUT = 2;

  private final Scratch scratch = new Scratch();

  /** A pass over some groups of rows, which lie one after the other. */
  interface Pass {
    /**
     * Goes over groups.
     *
     * @param x address of what is read
     * @param dy address of the gradient that is read, if one is
     * @param out address of what is written, if anything is
     */
    void run(long x, long dy, long out, int groups);
  }

  /**
   * Runs a pass over all rows.
   *
   * @param dy 0 if no gradient is read
   * @param out 0 if nothing is written
   * @param origin address of values of a period, which missing rows take
   */
  void run(Period period, int rows, long x, long dy, long out, long origin, Pass pass) {
    int whole = rows / period.rows();
    if (whole > 0) {
      pass.run(x, dy, out, whole);
    }
    long values = (long) (rows % period.rows()) * period.channels();
    if (values == 0) {
      return;
    }
    long done = whole * period.bytes();
    long asideX = scratch.take(X, period.values());
    Lanes.copy(origin, asideX, period.values());
    Lanes.copy(x + done, asideX, values);
    long asideDy = scratch.take(DY, period.values());
    Lanes.clear(asideDy, period.values());
    if (dy != 0) {
      Lanes.copy(dy + done, asideDy, values);
    }
    long asideOut = scratch.take(OUT, period.values());
    pass.run(asideX, asideDy, asideOut, 1);
    if (out != 0) {
      Lanes.copy(asideOut, out + done, values);
    }
  }
}
