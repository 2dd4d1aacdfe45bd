package io.scarlet.supernet.data.io;

/** From channels {@code [H, W]} as planes hold them to pixels {@code [H, W, C]} of 0 to 255. */
final class Colours {

  private static final int MIDDLE = 128;
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);

  private Colours() {}

  /** The channels as they are. */
  static void interleave(byte[][] channels, byte[] pixels) {
    int count = channels.length;
    for (int c = 0; c < count; c++) {
      byte[] channel = channels[c];
      for (int i = 0; i < channel.length; i++) {
        pixels[i * count + c] = (byte) (channel[i] + MIDDLE);
      }
    }
  }

  /** Grey as red, green and blue. */
  static void grey(byte[] channel, byte[] pixels) {
    interleave(new byte[][] {channel, channel, channel}, pixels);
  }

  /** Red, green and blue as grey (ITU-R BT.601). */
  static void luma(byte[][] channels, byte[] pixels) {
    for (int i = 0; i < channels[0].length; i++) {
      int red = channels[0][i] + MIDDLE;
      int green = channels[1][i] + MIDDLE;
      int blue = channels[2][i] + MIDDLE;
      pixels[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
  }

  /** Red, green and blue of Y, Cb and Cr (JFIF). */
  static void fromYCbCr(byte[][] channels, byte[] pixels) {
    byte[] luma = channels[0];
    byte[] blueness = channels[1];
    byte[] redness = channels[2];
    for (int i = 0; i < luma.length; i++) {
      int y = ((luma[i] + MIDDLE) << BITS) + HALF;
      int cb = blueness[i];
      int cr = redness[i];
      pixels[3 * i] = clipped(y + 91881 * cr);
      pixels[3 * i + 1] = clipped(y - 22554 * cb - 46802 * cr);
      pixels[3 * i + 2] = clipped(y + 116130 * cb);
    }
  }

  private static byte clipped(int value) {
    return (byte) Math.max(0, Math.min(255, value >> BITS));
  }
}
