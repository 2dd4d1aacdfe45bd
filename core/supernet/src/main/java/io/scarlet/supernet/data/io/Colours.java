package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;

/** From channels {@code [W, H]}, -128 to 127, to pixels {@code [H, W, C]} of 0 to 255. */
final class Colours {

  private static final int MIDDLE = 128;
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);

  private Colours() {}

  /** The channels as they are. */
  static void interleave(int[][] channels, FeatureMap shape, byte[] pixels) {
    int count = channels.length;
    int height = shape.height();
    int stride = shape.width() * count;
    for (int x = 0; x < shape.width(); x++) {
      for (int c = 0; c < count; c++) {
        int[] channel = channels[c];
        int at = x * count + c;
        for (int from = x * height; from < (x + 1) * height; from++) {
          pixels[at] = (byte) (channel[from] + MIDDLE);
          at += stride;
        }
      }
    }
  }

  /** Grey as red, green and blue. */
  static void grey(int[] channel, FeatureMap shape, byte[] pixels) {
    interleave(new int[][] {channel, channel, channel}, shape, pixels);
  }

  /** Red, green and blue as grey (ITU-R BT.601), in the place of red. */
  static void luma(int[][] channels, FeatureMap shape, byte[] pixels) {
    int[] grey = channels[0];
    for (int i = 0; i < grey.length; i++) {
      int red = channels[0][i] + MIDDLE;
      int green = channels[1][i] + MIDDLE;
      int blue = channels[2][i] + MIDDLE;
      grey[i] = (299 * red + 587 * green + 114 * blue + 500) / 1000 - MIDDLE;
    }
    interleave(new int[][] {grey}, shape, pixels);
  }

  /** Red, green and blue of Y, Cb and Cr (JFIF), in their place. */
  static void fromYCbCr(int[][] channels, FeatureMap shape, byte[] pixels) {
    fromYCbCr(channels[0], channels[1], channels[2]);
    interleave(channels, shape, pixels);
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
