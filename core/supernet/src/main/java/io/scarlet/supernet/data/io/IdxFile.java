package io.scarlet.supernet.data.io;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of the IDX format with unsigned bytes, as of MNIST and its successors, gzipped. */
final class IdxFile {

  private static final int UNSIGNED_BYTE = 8;
  private static final int MOST_VALUES = 1 << 30;

  private final int[] dimensions;
  private final byte[] values;

  private IdxFile(int[] dimensions, byte[] values) {
    this.dimensions = dimensions;
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param name for messages
   * @param rank dimensions that it must have
   * @throws DataFormatException if it is no such file, ends too early or fails its checksum
   */
  static IdxFile read(String name, InputStream gzipped, int rank) throws DataFormatException {
    try (var in = new DataInputStream(new GZIPInputStream(gzipped, 1 << 16))) {
      int magic = in.readInt();
      if (magic != (UNSIGNED_BYTE << 8 | rank)) {
        throw new DataFormatException(
            name + " is not an IDX file of unsigned bytes with " + rank + " dimensions");
      }
      int[] dimensions = new int[rank];
      long size = 1;
      for (int i = 0; i < rank; i++) {
        dimensions[i] = in.readInt();
        size *= Math.max(0, dimensions[i]);
        if (dimensions[i] < 0 || size > MOST_VALUES) {
          throw new DataFormatException(
              name + " claims dimensions that cannot be: " + Arrays.toString(dimensions));
        }
      }
      byte[] values = in.readNBytes((int) size); // takes memory as values come
      if (values.length < size) {
        throw new EOFException();
      }
      if (in.read() >= 0) { // the end of the stream is also where its checksum is verified
        throw new DataFormatException(
            name
                + " holds more values than its dimensions "
                + Arrays.toString(dimensions)
                + " say");
      }
      return new IdxFile(dimensions, values);
    } catch (EOFException e) {
      throw new DataFormatException(name + " is truncated; fetch it again", e);
    } catch (ZipException e) {
      throw new DataFormatException(name + " is damaged or not a gzip file; fetch it again", e);
    } catch (IOException e) {
      throw new DataFormatException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  int dimension(int index) {
    return dimensions[index];
  }

  /** Not to be changed. */
  byte[] values() {
    return values;
  }
}
