package io.scarlet.supernet.data.io;

import java.io.IOException;

/** Reads the coefficients of a scan, block by block. */
final class JpegCoefficients {

  private static final int BLOCK = 64;

  private final JpegBits bits;
  private int bit;

  /** The coefficients of a file from a byte on; {@link #restart} goes to the first. */
  JpegCoefficients(byte[] file, int from) {
    bits = new JpegBits(file, from);
  }

  /**
   * Goes on behind the next marker.
   *
   * @throws IOException if there is nothing more
   */
  void restart() throws IOException {
    bits.segment();
    bit = 0;
  }

  /**
   * Reads a block. Only coefficients that are not zero are written.
   *
   * @param mean of the block before
   * @param places where each coefficient goes, {@code step << 8 | array << 4 | index}, and what
   *     lies beyond the end of a damaged block
   * @param band arrays to write to
   * @param from where the block begins in these arrays
   * @return the mean of the block, not yet multiplied by its step
   * @throws IOException if it is damaged or missing
   */
  int read(JpegComponent component, int mean, int[] places, int[][] band, int from)
      throws IOException {
    JpegBits source = bits;
    int at = bit;
    long next = source.at(at);
    int found = component.dc().fast()[(int) (next >>> (Long.SIZE - JpegHuffman.FAST))];
    if (found == 0) {
      found = component.dc().find(next);
    }
    int sum = mean + (found >> 16);
    write(sum, places[0], band, from);
    at += found & 0xFF;
    next = source.at(at);
    int valid = JpegBits.VALID;
    JpegHuffman ac = component.ac();
    int[] fast = ac.fast();
    for (int k = 1; k < BLOCK; k++) {
      if (valid < JpegHuffman.LONGEST) {
        next = source.at(at);
        valid = JpegBits.VALID;
      }
      found = fast[(int) (next >>> (Long.SIZE - JpegHuffman.FAST))];
      if (found == 0) {
        found = ac.find(next);
      }
      int length = found & 0xFF;
      next <<= length;
      valid -= length;
      at += length;
      k += (found >> Byte.SIZE) & 0xFF;
      write(found >> 16, places[k], band, from);
    }
    bit = at;
    source.check(at);
    return sum;
  }

  private static void write(int value, int place, int[][] band, int from) {
    band[(place >> 4) & 15][from + (place & 15)] = value * (place >> Byte.SIZE);
  }
}
