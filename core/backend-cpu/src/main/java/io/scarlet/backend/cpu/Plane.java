package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;

/**
 * How one vector of channels of a picture lies in its padding: {@code [rows][phases][columns of a
 * phase][COUNT]}. Columns that are a stride apart lie side by side, so that windows next to each
 * other read values next to each other whatever the stride.
 *
 * @param height of the picture
 * @param width of the picture
 * @param before rows above and columns to the left that are zero
 * @param after rows below and columns to the right that are zero
 * @param phases the stride of the windows
 */
record Plane(int height, int width, int before, int after, int phases) {

  /** Columns of one phase. */
  private long columns() {
    return Math.ceilDiv((long) before + width + after, phases);
  }

  /** Bytes from a row to the next. */
  long row() {
    return phases * columns() * VECTOR;
  }

  /** Bytes of all rows. */
  long bytes() {
    return ((long) before + height + after) * row();
  }

  /** Bytes from the start to a place, counted from the corner of the padding. */
  long at(int y, int x) {
    return y * row() + (x % phases * columns() + x / phases) * VECTOR;
  }

  /** Clears all: the padding stays zero, whatever pictures are filled in. */
  void clear(long plane) {
    Lanes.clear(plane, bytes() / Float.BYTES);
  }

  /** Address of the first place of the picture. */
  long inside(long plane) {
    return plane + at(before, before);
  }

  /** Fills a vector of channels of a picture in. */
  void fill(PlaneSource source, int picture, int block, long plane) {
    long row = row();
    for (int phase = 0; phase < phases; phase++) {
      // The first column of the picture whose place in the padding is of this phase.
      int first = Math.floorMod(phase - before, phases);
      int count = Math.ceilDiv(width - first, phases);
      long to = plane + at(before, before + first);
      long place = first;
      for (int y = 0; y < height; y++) {
        source.strip(picture, block, place, phases, to, count);
        place += width;
        to += row;
      }
    }
  }
}
