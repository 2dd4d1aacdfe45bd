package io.scarlet.supernet.data.io;

/**
 * The inverse cosine transform of a block in integers, as 8x8 pixels (Loeffler, Ligtenberg and
 * Moschytz 1989) or, for a smaller picture, as the 4x4, 2x2 or 1 pixels that its lowest frequencies
 * give. The same bits on every machine.
 */
final class JpegTransform {

  private static final int BITS = 13;
  private static final int FIRST = BITS - 2;
  private static final int SECOND = BITS + 5;
  private static final int MIDDLE = 128;

  private JpegTransform() {}

  /**
   * Writes the pixels of a block whose coefficients all are given.
   *
   * @param block 64 coefficients, row by row; changed
   * @param side 8, 4, 2 or 1 pixels
   */
  static void inverse(int[] block, int side, byte[] to, int at, int stride) {
    switch (side) {
      case 8 -> eight(block, to, at, stride);
      case 4 -> four(block, to, at, stride);
      case 2 -> two(block, to, at, stride);
      default -> to[at] = pixel((block[0] + 4) >> 3);
    }
  }

  /** Writes the pixels of a block that is nothing but its mean. */
  static void flat(int mean, int side, byte[] to, int at, int stride) {
    byte value = pixel((mean + 4) >> 3);
    for (int y = 0; y < side; y++) {
      int row = at + y * stride;
      for (int x = 0; x < side; x++) {
        to[row + x] = value;
      }
    }
  }

  private static byte pixel(int value) {
    return (byte) Math.clamp(value + MIDDLE, 0, 255);
  }

  private static void eight(int[] b, byte[] to, int at, int stride) {
    for (int i = 0; i < 8; i++) {
      if ((b[i + 8] | b[i + 16] | b[i + 24] | b[i + 32] | b[i + 40] | b[i + 48] | b[i + 56]) == 0) {
        int mean = b[i] << 2;
        for (int k = i; k < 64; k += 8) {
          b[k] = mean;
        }
        continue;
      }
      int z = (b[i + 16] + b[i + 48]) * 4433;
      int t2 = z - b[i + 48] * 15137;
      int t3 = z + b[i + 16] * 6270;
      int t0 = ((b[i] + b[i + 32]) << BITS) + (1 << (FIRST - 1));
      int t1 = ((b[i] - b[i + 32]) << BITS) + (1 << (FIRST - 1));
      int e0 = t0 + t3;
      int e3 = t0 - t3;
      int e1 = t1 + t2;
      int e2 = t1 - t2;
      int o0 = b[i + 56];
      int o1 = b[i + 40];
      int o2 = b[i + 24];
      int o3 = b[i + 8];
      int z5 = (o0 + o2 + o1 + o3) * 9633;
      int z1 = (o0 + o3) * -7373;
      int z2 = (o1 + o2) * -20995;
      int z3 = (o0 + o2) * -16069 + z5;
      int z4 = (o1 + o3) * -3196 + z5;
      o0 = o0 * 2446 + z1 + z3;
      o1 = o1 * 16819 + z2 + z4;
      o2 = o2 * 25172 + z2 + z3;
      o3 = o3 * 12299 + z1 + z4;
      b[i] = (e0 + o3) >> FIRST;
      b[i + 56] = (e0 - o3) >> FIRST;
      b[i + 8] = (e1 + o2) >> FIRST;
      b[i + 48] = (e1 - o2) >> FIRST;
      b[i + 16] = (e2 + o1) >> FIRST;
      b[i + 40] = (e2 - o1) >> FIRST;
      b[i + 24] = (e3 + o0) >> FIRST;
      b[i + 32] = (e3 - o0) >> FIRST;
    }
    for (int i = 0; i < 64; i += 8) {
      int row = at + (i >> 3) * stride;
      int z = (b[i + 2] + b[i + 6]) * 4433;
      int t2 = z - b[i + 6] * 15137;
      int t3 = z + b[i + 2] * 6270;
      int t0 = ((b[i] + b[i + 4]) << BITS) + (1 << (SECOND - 1));
      int t1 = ((b[i] - b[i + 4]) << BITS) + (1 << (SECOND - 1));
      int e0 = t0 + t3;
      int e3 = t0 - t3;
      int e1 = t1 + t2;
      int e2 = t1 - t2;
      int o0 = b[i + 7];
      int o1 = b[i + 5];
      int o2 = b[i + 3];
      int o3 = b[i + 1];
      int z5 = (o0 + o2 + o1 + o3) * 9633;
      int z1 = (o0 + o3) * -7373;
      int z2 = (o1 + o2) * -20995;
      int z3 = (o0 + o2) * -16069 + z5;
      int z4 = (o1 + o3) * -3196 + z5;
      o0 = o0 * 2446 + z1 + z3;
      o1 = o1 * 16819 + z2 + z4;
      o2 = o2 * 25172 + z2 + z3;
      o3 = o3 * 12299 + z1 + z4;
      to[row] = pixel((e0 + o3) >> SECOND);
      to[row + 7] = pixel((e0 - o3) >> SECOND);
      to[row + 1] = pixel((e1 + o2) >> SECOND);
      to[row + 6] = pixel((e1 - o2) >> SECOND);
      to[row + 2] = pixel((e2 + o1) >> SECOND);
      to[row + 5] = pixel((e2 - o1) >> SECOND);
      to[row + 3] = pixel((e3 + o0) >> SECOND);
      to[row + 4] = pixel((e3 - o0) >> SECOND);
    }
  }

  private static void four(int[] b, byte[] to, int at, int stride) {
    for (int i = 0; i < 4; i++) {
      int e0 = ((b[i] + b[i + 16]) << BITS) + (1 << (FIRST - 1));
      int e1 = ((b[i] - b[i + 16]) << BITS) + (1 << (FIRST - 1));
      int o0 = b[i + 8] * 10703 + b[i + 24] * 4433;
      int o1 = b[i + 8] * 4433 - b[i + 24] * 10703;
      b[i] = (e0 + o0) >> FIRST;
      b[i + 24] = (e0 - o0) >> FIRST;
      b[i + 8] = (e1 + o1) >> FIRST;
      b[i + 16] = (e1 - o1) >> FIRST;
    }
    for (int i = 0; i < 32; i += 8) {
      int row = at + (i >> 3) * stride;
      int e0 = ((b[i] + b[i + 2]) << BITS) + (1 << (SECOND - 1));
      int e1 = ((b[i] - b[i + 2]) << BITS) + (1 << (SECOND - 1));
      int o0 = b[i + 1] * 10703 + b[i + 3] * 4433;
      int o1 = b[i + 1] * 4433 - b[i + 3] * 10703;
      to[row] = pixel((e0 + o0) >> SECOND);
      to[row + 3] = pixel((e0 - o0) >> SECOND);
      to[row + 1] = pixel((e1 + o1) >> SECOND);
      to[row + 2] = pixel((e1 - o1) >> SECOND);
    }
  }

  private static void two(int[] b, byte[] to, int at, int stride) {
    int top = b[0] + b[8] + 4;
    int bottom = b[0] - b[8] + 4;
    int topOdd = b[1] + b[9];
    int bottomOdd = b[1] - b[9];
    to[at] = pixel((top + topOdd) >> 3);
    to[at + 1] = pixel((top - topOdd) >> 3);
    to[at + stride] = pixel((bottom + bottomOdd) >> 3);
    to[at + stride + 1] = pixel((bottom - bottomOdd) >> 3);
  }
}
