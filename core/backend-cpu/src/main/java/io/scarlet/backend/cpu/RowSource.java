package io.scarlet.backend.cpu;

/** Rows of features or gradients as a kernel reads them: stored, or computed while near. */
interface RowSource {

  /**
   * The address of some rows, one after the other, until the same worker asks again.
   *
   * @param first row, counted over all pictures
   * @param space of the worker that asks
   */
  long rows(long first, int count, Workspace space);

  /** Rows as they are stored. */
  static RowSource stored(long address, int channels) {
    long row = (long) channels * Float.BYTES;
    return (first, count, space) -> address + first * row;
  }

  /** Rows behind a batch norm. */
  static RowSource normed(long x, NormTable table) {
    long row = table.period().rowBytes();
    return (first, count, space) -> {
      long to = space.normed((long) count * table.period().channels());
      table.apply(space.groups(), count, x + first * row, to);
      return to;
    };
  }

  /** Rows of a gradient taken through a batch norm. */
  static RowSource throughNorm(long x, long behind, NormTable table) {
    long row = table.period().rowBytes();
    return (first, count, space) -> {
      long to = space.throughNorm((long) count * table.period().channels());
      table.through(space.groups(), count, x + first * row, behind + first * row, to);
      return to;
    };
  }
}
