package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes the scan of a JPEG picture, each channel at a resolution that its use needs. */
final class JpegScan {

  private static final int BLOCK = 8;

  /** Bits of the longest code with its number. */
  private static final int LONGEST = 31;

  /** Where coefficients lie in a block, turned as planes are; beyond the end for damaged blocks. */
  private static final int[] ZIGZAG = {
    0, 8, 1, 2, 9, 16, 24, 17, 10, 3, 4, 11, 18, 25, 32, 40, 33, 26, 19, 12, 5, 6, 13, 20, 27, 34,
    41, 48, 56, 49, 42, 35, 28, 21, 14, 7, 15, 22, 29, 36, 43, 50, 57, 58, 51, 44, 37, 30, 23, 31,
    38, 45, 52, 59, 60, 53, 46, 39, 47, 54, 61, 62, 55, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63
  };

  private final JpegHeader header;
  private final JpegBits bits;
  private final List<Channel> channels = new ArrayList<>();
  private final int[] block = new int[BLOCK * BLOCK];
  private int bit;

  /** A channel on its way; blocks that cannot be seen are not transformed. */
  private static final class Channel {
    private final JpegComponent component;
    private final int side;
    private final int stride;
    private final Plane plane;
    private final Resampling across;
    private final Resampling down;
    private final int left;
    private final int right;
    private final int top;
    private final int bottom;
    private int mean;

    Channel(JpegHeader header, JpegComponent component, boolean wanted, Cover cover) {
      this.component = component;
      double width = (double) component.across() / header.across() * header.width() / BLOCK;
      double height = (double) component.down() / header.down() * header.height() / BLOCK;
      side = side(width, height, cover);
      int columns = wanted ? header.groupsAcross() * component.across() * side : 0;
      stride = header.groupsDown() * component.down() * side;
      plane = new Plane(new byte[columns * stride], stride);
      across = cover.across(width * side);
      down = cover.down(height * side);
      left = across.begin() / side;
      right = Math.ceilDiv(across.end(), side);
      top = down.begin() / side;
      bottom = wanted ? Math.ceilDiv(down.end(), side) : 0;
    }

    /** Pixels that a block needs, so that the channel has as many as are shown. */
    private static int side(double blocksAcross, double blocksDown, Cover cover) {
      int side = BLOCK;
      while (side > 1
          && blocksAcross * side >= 2 * cover.width()
          && blocksDown * side >= 2 * cover.height()) {
        side /= 2;
      }
      return side;
    }

    boolean shows(int x, int y) {
      return x >= left && x < right && y >= top && y < bottom;
    }
  }

  private JpegScan(JpegHeader header, byte[] file) {
    this.header = header;
    bits = new JpegBits(file, header.scan());
  }

  /**
   * The visible part of the first channels, {@code [H][W]} each, less 128 as planes have it.
   *
   * @param file all of it
   * @param channels how many are wanted
   * @param cover what is shown of the picture, and how large: a channel with twice as many pixels
   *     and more is decoded at a half, a quarter or an eighth
   * @throws IOException if the file is truncated or damaged
   */
  static int[][][] decode(JpegHeader header, byte[] file, int channels, Cover cover)
      throws IOException {
    JpegScan scan = new JpegScan(header, file);
    for (JpegComponent component : header.components()) {
      boolean wanted = scan.channels.size() < channels;
      scan.channels.add(new Channel(header, component, wanted, cover));
    }
    scan.run();
    return scan.channels.stream()
        .limit(channels)
        .map(channel -> Resampling.apply(channel.plane, channel.across, channel.down))
        .toArray(int[][][]::new);
  }

  private void run() throws IOException {
    int left = 0;
    for (int y = 0; y < header.groupsDown(); y++) {
      for (int x = 0; x < header.groupsAcross(); x++) {
        if (left == 0) {
          bits.segment();
          bit = 0;
          channels.forEach(channel -> channel.mean = 0);
          left = header.restartInterval() == 0 ? Integer.MAX_VALUE : header.restartInterval();
        }
        for (Channel channel : channels) {
          group(channel, x, y);
        }
        left--;
      }
    }
  }

  private void group(Channel channel, int x, int y) throws IOException {
    int across = channel.component.across();
    int down = channel.component.down();
    for (int v = y * down; v < (y + 1) * down; v++) {
      for (int h = x * across; h < (x + 1) * across; h++) {
        int last = coefficients(channel);
        bits.check(bit);
        if (channel.shows(h, v)) {
          int at = (h * channel.stride + v) * channel.side;
          if (last == 0) {
            JpegTransform.flat(block[0], channel.side, channel.plane.values(), at, channel.stride);
          } else {
            JpegTransform.inverse(block, channel.side, channel.plane.values(), at, channel.stride);
          }
        }
      }
    }
  }

  /** Reads the block; returns the place of its last coefficient, in zigzag order. */
  private int coefficients(Channel channel) throws IOException {
    int[] coefficients = block;
    int[] steps = channel.component.steps();
    JpegBits source = bits;
    Arrays.fill(coefficients, 0);
    int at = bit;
    long next = source.at(at);
    int code = channel.component.dc().fast()[(int) (next >>> (Long.SIZE - JpegHuffman.FAST))];
    if (code == 0) {
      code = channel.component.dc().find((int) (next >>> 48));
    }
    int length = code >> Byte.SIZE;
    int size = code & 15;
    channel.mean += extend(next << length, size);
    coefficients[0] = channel.mean * steps[0];
    at += length + size;
    JpegHuffman ac = channel.component.ac();
    short[] fast = ac.fast();
    int last = 0;
    next = source.at(at);
    int valid = JpegBits.VALID;
    for (int k = 1; k < BLOCK * BLOCK; k++) {
      if (valid < LONGEST) {
        next = source.at(at);
        valid = JpegBits.VALID;
      }
      code = fast[(int) (next >>> (Long.SIZE - JpegHuffman.FAST))];
      if (code == 0) {
        code = ac.find((int) (next >>> 48));
      }
      length = code >> Byte.SIZE;
      size = code & 15;
      int run = (code >> 4) & 15;
      if (size != 0) {
        k += run;
        last = k;
        coefficients[ZIGZAG[k]] = extend(next << length, size) * steps[k & 63];
      } else if (run == 15) {
        k += run;
      } else {
        at += length;
        break;
      }
      next <<= length + size;
      valid -= length + size;
      at += length + size;
    }
    bit = at;
    return last;
  }

  /** The upper {@code size} bits as the standard writes a number: below a half is negative. */
  private static int extend(long upper, int size) {
    int value = (int) ((upper >>> 1) >>> (Long.SIZE - 1 - size));
    int negative = (int) ~(upper >> (Long.SIZE - 1)); // all ones where the first bit is 0
    return value + (negative & ((-1 << size) + 1));
  }
}
