package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes the scan of a JPEG picture, each channel at a resolution that its use needs. */
final class JpegScan {

  private static final int BLOCK = 8;

  /** Where the coefficients of a block come from, zigzag; beyond the end for damaged blocks. */
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    63, 63, 63, 63, 63, 63
  };

  private final JpegHeader header;
  private final JpegBits bits;
  private final List<Channel> channels = new ArrayList<>();
  private final int[] block = new int[BLOCK * BLOCK];
  private int bit;

  /** A channel on its way. */
  private static final class Channel {
    private final JpegComponent component;
    private final boolean wanted;
    private final int side;
    private final int stride;
    private final byte[] values;
    private int mean;

    Channel(JpegComponent component, boolean wanted, int side, int stride, int rows) {
      this.component = component;
      this.wanted = wanted;
      this.side = side;
      this.stride = stride;
      values = new byte[wanted ? stride * rows : 0];
    }
  }

  private JpegScan(JpegHeader header, byte[] file) {
    this.header = header;
    bits = new JpegBits(file, header.scan());
  }

  /**
   * Decodes channels.
   *
   * @param file all of it
   * @param channels how many of the channels are wanted
   * @param width pixels that are wanted of the picture's whole width, so that a channel with twice
   *     as many and more can be decoded at a half, a quarter or an eighth
   * @param height the same of its height
   * @throws IOException if the file is truncated or damaged
   */
  static List<Plane> decode(JpegHeader header, byte[] file, int channels, int width, int height)
      throws IOException {
    JpegScan scan = new JpegScan(header, file);
    List<Plane> planes = new ArrayList<>();
    for (JpegComponent component : header.components()) {
      double across = (double) component.across() / header.across() * header.width();
      double down = (double) component.down() / header.down() * header.height();
      int side = BLOCK;
      while (side > 1 && across * side / 2 / BLOCK >= width && down * side / 2 / BLOCK >= height) {
        side /= 2;
      }
      int stride = scan.groupsAcross() * component.across() * side;
      int rows = scan.groupsDown() * component.down() * side;
      var channel = new Channel(component, scan.channels.size() < channels, side, stride, rows);
      scan.channels.add(channel);
      if (channel.wanted) {
        planes.add(new Plane(channel.values, stride, across * side / BLOCK, down * side / BLOCK));
      }
    }
    scan.run();
    return planes;
  }

  private int groupsAcross() {
    return Math.ceilDiv(header.width(), BLOCK * header.across());
  }

  private int groupsDown() {
    return Math.ceilDiv(header.height(), BLOCK * header.down());
  }

  private void run() throws IOException {
    int left = 0;
    for (int y = 0; y < groupsDown(); y++) {
      for (int x = 0; x < groupsAcross(); x++) {
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
    for (int v = 0; v < down; v++) {
      for (int h = 0; h < across; h++) {
        int last = coefficients(channel);
        bits.check(bit);
        if (!channel.wanted) {
          continue;
        }
        int side = channel.side;
        int at = ((y * down + v) * channel.stride + x * across + h) * side;
        if (last == 0) {
          JpegTransform.flat(block[0], side, channel.values, at, channel.stride);
        } else {
          JpegTransform.inverse(block, side, channel.values, at, channel.stride);
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
    for (int k = 1; k < BLOCK * BLOCK; k++) {
      next = source.at(at);
      code = fast[(int) (next >>> (Long.SIZE - JpegHuffman.FAST))];
      if (code == 0) {
        code = ac.find((int) (next >>> 48));
      }
      length = code >> Byte.SIZE;
      size = code & 15;
      int run = (code >> 4) & 15;
      at += length + size;
      k += run;
      if (size != 0) {
        last = k;
        coefficients[ZIGZAG[k]] = extend(next << length, size) * steps[k & 63];
      } else if (run != 15) {
        break;
      }
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
