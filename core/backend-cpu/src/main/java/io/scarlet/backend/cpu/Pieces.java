package io.scarlet.backend.cpu;

/**
 * How rows are divided among workers: by their number alone, so that partial sums are always the
 * same.
 *
 * @param rows all rows
 * @param count pieces, at least 1
 */
record Pieces(long rows, int count) {

  private static final int MOST = 16;

  /** Pieces of at least {@code grain} rows, 16 at the most. */
  static Pieces of(long rows, long grain) {
    return new Pieces(rows, (int) Math.max(1, Math.min(MOST, rows / Math.max(1, grain))));
  }

  /** First row of a piece; the end of the one before it. */
  int from(int piece) {
    return Math.toIntExact(rows * piece / count);
  }

  int to(int piece) {
    return from(piece + 1);
  }
}
