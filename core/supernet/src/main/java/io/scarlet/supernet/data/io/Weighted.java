package io.scarlet.supernet.data.io;

/** A weighted sum of arrays, in integers: the same bits on every machine. */
final class Weighted {

  /** A weight of one. */
  static final int ONE = 1 << 22;

  private static final int BITS = 22;
  private static final int HALF = ONE / 2;

  private Weighted() {}

  /** The first of the arrays. */
  static void begin(int[] from, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = weight * from[x] + HALF;
    }
  }

  /** One more. */
  static void add(int[] from, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * from[x];
    }
  }

  /** Two arrays, all at once. */
  static void two(int[] a, int u, int[] b, int v, int[] values) {
    for (int x = 0; x < values.length; x++) {
      values[x] = Math.max(-128, Math.min(127, (u * a[x] + v * b[x] + HALF) >> BITS));
    }
  }

  /** Makes sums values of -128 to 127. */
  static void end(int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = Math.max(-128, Math.min(127, sums[x] >> BITS));
    }
  }
}
