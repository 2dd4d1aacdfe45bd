package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The coded data of a scan, without the zero bytes that follow each 0xFF in the file, so that bits
 * are read by their place alone.
 */
final class JpegBits {

  /** What a block can read beyond the end before that is noticed. */
  private static final int SLACK = 64 * 4 + Long.BYTES;

  private static final int END_OF_IMAGE = 0xD9;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] file;
  private final byte[] data;
  private int from;
  private int end;

  /** The data of a file from a byte on. */
  JpegBits(byte[] file, int from) {
    this.file = file;
    this.from = from;
    data = new byte[file.length - from + SLACK];
  }

  /**
   * Goes to the data up to the next marker; its first bit is bit 0.
   *
   * @throws IOException if there is no more
   */
  void segment() throws IOException {
    if (from >= file.length) {
      throw truncated();
    }
    int to = 0;
    int at = from;
    while (at < file.length) {
      byte value = file[at++];
      if (value == (byte) 0xFF) {
        int marker = at < file.length ? Byte.toUnsignedInt(file[at]) : END_OF_IMAGE;
        if (marker == 0xFF) {
          continue;
        }
        at++;
        if (marker != 0) {
          break;
        }
      }
      data[to++] = value;
    }
    from = at;
    Arrays.fill(data, to, Math.min(data.length, to + SLACK), (byte) 0);
    end = to * Byte.SIZE;
  }

  /** At least the next 57 bits, from the upper end on. */
  long at(int bit) {
    return (long) BIG_ENDIAN.get(data, bit >>> 3) << (bit & 7);
  }

  /**
   * Makes sure that what was read was there.
   *
   * @throws IOException otherwise
   */
  void check(int bit) throws IOException {
    if (bit > end) {
      throw truncated();
    }
  }

  private static IOException truncated() {
    return new IOException("it is truncated");
  }
}
