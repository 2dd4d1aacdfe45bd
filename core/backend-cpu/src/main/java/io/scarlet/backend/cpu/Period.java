package io.scarlet.backend.cpu;

/**
 * Rows of channels seen as groups: so many rows together that their values fill pairs of the widest
 * vectors and every lane keeps its channel from one group of rows to the next. A kernel that runs
 * down the groups needs no masks, which are slow to store on some processors.
 *
 * <p>Sums have one part for each row of a group, so the size of a group is an order of addition. It
 * is the same however wide the vectors of the processor are, and with it every bit of a training.
 *
 * @param channels in a row
 */
record Period(int channels) {

  /** Values that groups are a multiple of: a pair of vectors of 512 bits. */
  static final int MULTIPLE = 32;

  /** Rows in a group: a power of two. */
  int rows() {
    int rows = 1;
    while (rows * channels % MULTIPLE != 0) {
      rows *= 2;
    }
    return rows;
  }

  /** Values in a group. */
  int values() {
    return rows() * channels;
  }

  /** Bytes of a row. */
  long rowBytes() {
    return (long) channels * Float.BYTES;
  }

  /** Bytes of a group. */
  long bytes() {
    return (long) values() * Float.BYTES;
  }

  /** Writes {@code values()} values that repeat those of the channels, which may lie there too. */
  void repeat(long channelValues, long to) {
    for (int row = 0; row < rows(); row++) {
      Lanes.copy(channelValues, to + row * rowBytes(), channels);
    }
  }
}
