package io.scarlet.bench.floor;

/**
 * The least that one kernel has to do.
 *
 * @param operations of floating point, a multiply-add being two
 * @param bytes read and written
 */
record Kernel(double operations, double bytes) {

  /** Milliseconds at the nearer of two ceilings. */
  double milliseconds(Ceilings ceilings) {
    return Math.max(ceilings.computing(operations), ceilings.moving(bytes));
  }
}
