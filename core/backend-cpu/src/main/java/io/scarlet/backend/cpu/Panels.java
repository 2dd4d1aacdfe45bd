package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.base;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;

/**
 * The right-hand matrix of a product, {@code [depth, columns]}, cut into panels of one to three
 * vectors that lie one row after the other: {@code [panels][depth][1 to 3 vectors]}. The last panel
 * may reach past the columns, where it holds anything.
 *
 * @param address of the first panel
 * @param depth rows of the matrix
 * @param columns of the matrix
 */
record Panels(long address, int depth, int columns) {

  /** A panel of three vectors, the wider one. */
  static final int WIDE = 3;

  /** A panel of two vectors. */
  static final int NARROW = 2;

  /** A panel of one vector, where one holds all columns. */
  static final int SINGLE = 1;

  /** Values that the panels take at most. */
  static long size(int depth, int columns) {
    return depth * (columns + 3L * COUNT);
  }

  /** Vectors in the panel that starts at a column: three while they leave no single one. */
  int width(int column) {
    return widthOf(columns - column);
  }

  /** Vectors in the panel that so many columns start with. */
  static int widthOf(int columnsLeft) {
    int left = (columnsLeft + COUNT - 1) / COUNT;
    if (left == SINGLE) {
      return SINGLE;
    }
    return left == WIDE || left > NARROW * NARROW ? WIDE : NARROW;
  }

  /** Address of the panel that starts at a column. */
  long panel(int column) {
    return address + (long) column * depth * Float.BYTES;
  }

  /** Takes the rows of a matrix that lie {@code stride} bytes apart. */
  void pack(long from, long stride) {
    for (int column = 0; column < columns; column += width(column) * COUNT) {
      long at = from + (long) column * Float.BYTES;
      switch (width(column)) {
        case WIDE -> packWide(at, stride, panel(column));
        case NARROW -> packNarrow(at, stride, panel(column));
        default -> packSingle(at, stride, panel(column));
      }
    }
  }

  private void packSingle(long from, long stride, long to) {
    for (int p = 0; p < depth; p++) {
      store(load(from + p * stride), to + p * VECTOR);
    }
  }

  private void packNarrow(long from, long stride, long to) {
    for (int p = 0; p < depth; p++) {
      long source = base(from + p * stride);
      long target = base(to + p * (NARROW * VECTOR));
      store(load(source), target);
      store(load(source + VECTOR), target + VECTOR);
    }
  }

  private void packWide(long from, long stride, long to) {
    for (int p = 0; p < depth; p++) {
      long source = base(from + p * stride);
      long target = base(to + p * (WIDE * VECTOR));
      store(load(source), target);
      store(load(source + VECTOR), target + VECTOR);
      store(load(source + 2 * VECTOR), target + 2 * VECTOR);
    }
  }

  /** Takes the columns of a matrix {@code [columns, depth]} as rows. */
  void packTransposed(long from) {
    for (int column = 0; column < columns; column += width(column) * COUNT) {
      int width = width(column) * COUNT;
      int end = Math.min(columns, column + width);
      for (int j = column; j < end; j++) {
        long source = from + (long) j * depth * Float.BYTES;
        long target = panel(column) + (long) (j - column) * Float.BYTES;
        for (int p = 0; p < depth; p++) {
          Lanes.set(
              target + (long) p * width * Float.BYTES, Lanes.get(source + (long) p * Float.BYTES));
        }
      }
    }
  }
}
