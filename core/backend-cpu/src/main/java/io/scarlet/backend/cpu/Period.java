package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;

/**
 * Rows of channels seen as pairs of vectors: so many rows together that their values fill pairs and
 * every lane keeps its channel from one group of rows to the next. A kernel that runs down the
 * groups needs no masks, which are slow to store on some processors.
 *
 * @param channels in a row
 */
record Period(int channels) {

  /** Rows in a group: a power of two, at most the lanes of a pair. */
  int rows() {
    int rows = 1;
    while (rows * channels % (2 * COUNT) != 0) {
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
