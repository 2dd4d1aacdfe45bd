package io.scarlet.supernet.data.io;

/** From channels {@code [W][H]}, -128 to 127, to pixels {@code [H, W, C]} of 0 to 255. */
final class Colours {

  private static final int MIDDLE = 128;
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);

  private Colours() {}

  /** The channels as they are. */
  static void interleave(int[][][] channels, byte[] pixels) {
    int count = channels.length;
    int width = channels[0].length;
    for (int x = 0; x < width; x++) {
      for (int c = 0; c < count; c++) {
        int at = x * count + c;
        for (int value : channels[c][x]) {
          pixels[at] = (byte) (value + MIDDLE);
          at += width * count;
        }
      }
    }
  }

  /** Grey as red, green and blue. */
  static void grey(int[][] channel, byte[] pixels) {
    interleave(new int[][][] {channel, channel, channel}, pixels);
  }

  /** Red, green and blue as grey (ITU-R BT.601). */
  static void luma(int[][][] channels, byte[] pixels) {
    int width = channels[0].length;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < channels[0][x].length; y++) {
        int red = channels[0][x][y] + MIDDLE;
        int green = channels[1][x][y] + MIDDLE;
        int blue = channels[2][x][y] + MIDDLE;
        pixels[y * width + x] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
      }
    }
  }

  /** Red, green and blue of Y, Cb and Cr (JFIF), in their place. */
  static void fromYCbCr(int[][][] channels, byte[] pixels) {
    for (int x = 0; x < channels[0].length; x++) {
      fromYCbCr(channels[0][x], channels[1][x], channels[2][x]);
    }
    interleave(channels, pixels);
  }

  private static void fromYCbCr(int[] first, int[] second, int[] third) {
    for (int x = 0; x < first.length; x++) {
      int luma = (first[x] << BITS) + HALF;
      int cb = second[x];
      int cr = third[x];
      first[x] = clipped((luma + 91881 * cr) >> BITS);
      second[x] = clipped((luma - 22554 * cb - 46802 * cr) >> BITS);
      third[x] = clipped((luma + 116130 * cb) >> BITS);
    }
  }

  private static int clipped(int value) {
    return Math.max(-MIDDLE, Math.min(MIDDLE - 1, value));
  }
}
