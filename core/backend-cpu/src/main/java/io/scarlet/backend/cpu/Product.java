package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.VECTOR;

/**
 * Products of a matrix on the heap with one in panels, tile by tile. Each worker has its own, since
 * a tile that reaches past the result is computed aside.
 */
final class Product {

  /** Rows of a chunk are a multiple of this many, which fills tiles of three and four. */
  static final int HEIGHTS = 12;

  /** Rows and columns of A are read up to so many beyond its last. */
  static final int BEYOND = 7;

  /** Values of the largest tile: three by three vectors, four by two, or eight by one. */
  private static final int LARGEST = 9;

  private final CpuTensor aside = CpuTensor.allocate((long) LARGEST * COUNT);

  /** Rows or columns of the tile that goes with a panel. */
  private static int height(int width) {
    return switch (width) {
      case Panels.WIDE -> 3;
      case Panels.NARROW -> 4;
      default -> 8;
    };
  }

  /**
   * {@code C = A B}.
   *
   * @param a {@code [rows, depth]}, in an array with a place for {@link #BEYOND} rows more
   * @param c address of the result, whose rows are {@code stride} bytes apart
   */
  void rows(float[] a, int rows, Panels b, long c, long stride) {
    for (int column = 0; column < b.columns(); column += b.width(column) * COUNT) {
      int width = b.width(column);
      int height = height(width);
      long panel = b.panel(column);
      long to = c + (long) column * Float.BYTES;
      boolean fits = column + width * COUNT <= b.columns();
      for (int i = 0; i < rows; i += height) {
        if (fits && i + height <= rows) {
          rowTile(width, a, i, b.depth(), panel, to + i * stride, stride);
        } else {
          rowTile(width, a, i, b.depth(), panel, aside.address(), width * VECTOR);
          int columns = Math.min(b.columns() - column, width * COUNT);
          for (int row = i; row < Math.min(rows, i + height); row++) {
            Lanes.copy(aside.address() + (row - i) * (width * VECTOR), to + row * stride, columns);
          }
        }
      }
    }
  }

  private static void rowTile(
      int width, float[] a, int row, int depth, long panel, long c, long stride) {
    switch (width) {
      case Panels.WIDE -> Tiles.rows3x3(a, row * depth, depth, panel, c, stride);
      case Panels.NARROW -> Tiles.rows4x2(a, row * depth, depth, panel, c, stride);
      default -> Tiles.rows8x1(a, row * depth, depth, panel, c, stride);
    }
  }

  /**
   * {@code C += transposed(A) B}.
   *
   * @param a {@code [depth, columns]}, in an array with a place for {@link #BEYOND} values more
   * @param b address of {@code [depth, filters]}
   * @param c address of the result {@code [columns, filters]}, contiguous
   */
  void transposed(float[] a, int columns, long b, int depth, int filters, long c) {
    long stride = (long) filters * Float.BYTES;
    for (int column = 0; column < filters; column += Panels.widthOf(filters - column) * COUNT) {
      int width = Panels.widthOf(filters - column);
      int height = height(width);
      long right = b + (long) column * Float.BYTES;
      long to = c + (long) column * Float.BYTES;
      boolean fits = column + width * COUNT <= filters;
      for (int i = 0; i < columns; i += height) {
        if (fits && i + height <= columns) {
          columnTile(width, a, i, columns, depth, right, stride, to + i * stride, stride);
        } else {
          Lanes.clear(aside.address(), aside.size());
          long row = width * VECTOR;
          columnTile(width, a, i, columns, depth, right, stride, aside.address(), row);
          int count = Math.min(filters - column, width * COUNT);
          for (int j = i; j < Math.min(columns, i + height); j++) {
            Elementwise.add(to + j * stride, aside.address() + (j - i) * row, count);
          }
        }
      }
    }
  }

  private static void columnTile(
      int width, float[] a, int at, int step, int depth, long b, long row, long c, long stride) {
    switch (width) {
      case Panels.WIDE -> Tiles.columns3x3(a, at, step, depth, b, row, c, stride);
      case Panels.NARROW -> Tiles.columns4x2(a, at, step, depth, b, row, c, stride);
      default -> Tiles.columns8x1(a, at, step, depth, b, row, c, stride);
    }
  }
}
