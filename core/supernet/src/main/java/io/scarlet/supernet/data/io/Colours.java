package io.scarlet.supernet.data.io;

/** From channels {@code [H, W]} each to pixels {@code [H, W, C]}. */
final class Colours {

  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);

  private Colours() {}

  /** The channels as they are. */
  static void interleave(byte[][] channels, byte[] pixels) {
    int count = channels.length;
    for (int c = 0; c < count; c++) {
      byte[] channel = channels[c];
      for (int i = 0; i < channel.length; i++) {
        pixels[i * count + c] = channel[i];
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
      int red = channels[0][i] & 0xFF;
      int green = channels[1][i] & 0xFF;
      int blue = channels[2][i] & 0xFF;
      pixels[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
  }

  /** Red, green and blue of Y, Cb and Cr (JFIF). */
  static void fromYCbCr(byte[][] channels, byte[] pixels) {
    byte[] luma = channels[0];
    byte[] blueness = channels[1];
    byte[] redness = channels[2];
    for (int i = 0; i < luma.length; i++) {
      int y = ((luma[i] & 0xFF) << BITS) + HALF;
      int cb = (blueness[i] & 0xFF) - 128;
      int cr = (redness[i] & 0xFF) - 128;
      pixels[3 * i] = clipped(y + 91881 * cr);
      pixels[3 * i + 1] = clipped(y - 22554 * cb - 46802 * cr);
      pixels[3 * i + 2] = clipped(y + 116130 * cb);
    }
  }

  private static byte clipped(int value) {
    return (byte) Math.clamp(value >> BITS, 0, 255);
  }
}
