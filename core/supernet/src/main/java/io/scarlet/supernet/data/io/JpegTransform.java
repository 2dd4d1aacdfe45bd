package io.scarlet.supernet.data.io;

import java.util.Arrays;

/**
 * The inverse cosine transform of a row of blocks in integers, as 8x8 pixels or, for a smaller
 * picture, as the 4x4, 2x2 or 1 pixels that its lowest frequencies give. All blocks are transformed
 * together, by loops over arrays that hold the same place of each block: the compiler makes vector
 * instructions of those if they are small, and then many products cost less than the few of a fast
 * transform. The same bits on every machine.
 */
final class JpegTransform {

  private static final int BITS = 13;
  private static final int FIRST = BITS - 2;
  private static final int SECOND = BITS + 5;

  /** By the logarithm of the side. */
  private static final int[][][] WEIGHTS = {weights(1), weights(2), weights(4), weights(8)};

  private final int side;

  /** What each frequency counts in each pixel of the first half; the second half mirrors it. */
  private final int[][] weights;

  private final int[] even;
  private final int[] odd;

  /**
   * A transform.
   *
   * @param side pixels of a block in either direction: 8, 4, 2 or 1
   * @param length pixels of a row
   */
  JpegTransform(int side, int length) {
    this.side = side;
    weights = WEIGHTS[Integer.numberOfTrailingZeros(side)];
    even = new int[length];
    odd = new int[length];
  }

  private static int[][] weights(int side) {
    int[][] weights = new int[Math.ceilDiv(side, 2)][side];
    for (int pixel = 0; pixel < weights.length; pixel++) {
      weights[pixel][0] = 1 << BITS;
      for (int i = 1; i < side; i++) {
        double cosine = StrictMath.cos((2 * pixel + 1) * i * Math.PI / (2 * side));
        weights[pixel][i] = (int) Math.round((1 << BITS) * Math.sqrt(2) * cosine);
      }
    }
    return weights;
  }

  /**
   * Makes rows of pixels.
   *
   * @param band coefficients: in array {@code i} those of the {@code i}-th frequency across, the
   *     frequencies down of a block side by side; all zero afterwards
   * @param rows gets the pixels, 128 less than values of 0 to 255
   */
  void inverse(int[][] band, int[][] rows) {
    pass(band, rows, FIRST);
    turn(rows, band);
    pass(band, rows, SECOND);
    for (int i = 0; i < side; i++) {
      clip(rows[i]);
      Arrays.fill(band[i], 0);
    }
  }

  private void pass(int[][] from, int[][] to, int shift) {
    for (int pixel = 0; pixel < weights.length; pixel++) {
      int[] w = weights[pixel];
      switch (side) {
        case 8 -> {
          sum(from[0], w[0], from[2], w[2], from[4], w[4], from[6], w[6], even);
          sum(from[1], w[1], from[3], w[3], from[5], w[5], from[7], w[7], odd);
        }
        case 4 -> {
          sum(from[0], w[0], from[2], w[2], even);
          sum(from[1], w[1], from[3], w[3], odd);
        }
        case 2 -> {
          product(from[0], w[0], even);
          product(from[1], w[1], odd);
        }
        default -> product(from[0], w[0], even); // and odd stays zero
      }
      join(even, odd, shift, to[pixel], to[side - 1 - pixel]);
    }
  }

  private static void sum(
      int[] a, int u, int[] b, int v, int[] c, int w, int[] d, int z, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = u * a[x] + v * b[x] + w * c[x] + z * d[x];
    }
  }

  private static void sum(int[] a, int u, int[] b, int v, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = u * a[x] + v * b[x];
    }
  }

  private static void product(int[] a, int u, int[] products) {
    for (int x = 0; x < products.length; x++) {
      products[x] = u * a[x];
    }
  }

  private static void join(int[] even, int[] odd, int shift, int[] first, int[] mirrored) {
    int half = 1 << (shift - 1);
    for (int x = 0; x < first.length; x++) {
      first[x] = (even[x] + odd[x] + half) >> shift;
      mirrored[x] = (even[x] - odd[x] + half) >> shift;
    }
  }

  private static void clip(int[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] = Math.max(-128, Math.min(127, row[x]));
    }
  }

  /** Turns each block. */
  private void turn(int[][] from, int[][] to) {
    for (int x = 0; x < side; x++) {
      if (side == 8) {
        turnEight(from[x], x, to);
      } else {
        for (int y = 0; y < side; y++) {
          for (int at = 0; at < even.length; at += side) {
            to[y][at + x] = from[x][at + y];
          }
        }
      }
    }
  }

  private static void turnEight(int[] from, int x, int[][] to) {
    int[] to0 = to[0];
    int[] to1 = to[1];
    int[] to2 = to[2];
    int[] to3 = to[3];
    int[] to4 = to[4];
    int[] to5 = to[5];
    int[] to6 = to[6];
    int[] to7 = to[7];
    for (int at = 0; at < from.length; at += 8) {
      to0[at + x] = from[at];
      to1[at + x] = from[at + 1];
      to2[at + x] = from[at + 2];
      to3[at + x] = from[at + 3];
      to4[at + x] = from[at + 4];
      to5[at + x] = from[at + 5];
      to6[at + x] = from[at + 6];
      to7[at + x] = from[at + 7];
    }
  }
}
