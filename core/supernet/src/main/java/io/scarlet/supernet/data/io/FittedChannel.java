package io.scarlet.supernet.data.io;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A channel of a picture on its way to its new size: takes rows from top to bottom as they come,
 * and keeps none of them. All the work is on whole rows, and then on whole columns, each an array
 * of its own: of such loops the compiler makes vector instructions.
 */
final class FittedChannel {

  /** Rows that are turned at a time, since a column's next values then lie in one cache line. */
  private static final int TURNED = 8;

  private final Resampling across;
  private final Resampling down;
  private final int left;

  /** Rows of the new height: those that are begun and not yet turned. */
  private final int[][] rows;

  /** The seen columns of the old width. */
  private final int[][] columns;

  private final Deque<int[]> spare = new ArrayDeque<>();
  private int done;

  /**
   * A channel without pixels yet.
   *
   * @param across what becomes of its width
   * @param down what becomes of its height
   * @param left the column of the picture that the first value of a row is of
   */
  FittedChannel(Resampling across, Resampling down, int left) {
    this.across = across;
    this.down = down;
    this.left = left;
    rows = new int[down.places()][];
    columns = new int[across.end() - across.begin()][down.places()];
  }

  /**
   * Takes the next row. Those that are not seen may be left out.
   *
   * @param y of the row
   * @param row -128 to 127
   */
  void add(int y, int[] row) {
    for (int place = done; place < rows.length && down.first(place) <= y; place++) {
      int weight = down.weight(place, y - down.first(place));
      if (y == down.first(place)) {
        rows[place] = spare.isEmpty() ? new int[row.length] : spare.pop();
        Weighted.begin(row, weight, rows[place]);
      } else {
        Weighted.add(row, weight, rows[place]);
      }
    }
    while (done < rows.length && down.end(done) <= y + 1) {
      Weighted.end(rows[done]);
      done++;
      if (done % TURNED == 0 || done == rows.length) {
        turn((done - 1) / TURNED * TURNED);
      }
    }
  }

  /** Writes the last done rows to the columns. */
  private void turn(int from) {
    int first = across.begin() - left;
    if (done - from == TURNED) {
      turnEight(from, first);
    } else {
      for (int y = from; y < done; y++) {
        for (int x = 0; x < columns.length; x++) {
          columns[x][y] = rows[y][first + x];
        }
      }
    }
    for (int y = from; y < done; y++) {
      spare.push(rows[y]);
      rows[y] = spare.peek();
    }
  }

  private void turnEight(int y, int first) {
    int[] row0 = rows[y];
    int[] row1 = rows[y + 1];
    int[] row2 = rows[y + 2];
    int[] row3 = rows[y + 3];
    int[] row4 = rows[y + 4];
    int[] row5 = rows[y + 5];
    int[] row6 = rows[y + 6];
    int[] row7 = rows[y + 7];
    for (int x = 0; x < columns.length; x++) {
      int[] column = columns[x];
      int at = first + x;
      column[y] = row0[at];
      column[y + 1] = row1[at];
      column[y + 2] = row2[at];
      column[y + 3] = row3[at];
      column[y + 4] = row4[at];
      column[y + 5] = row5[at];
      column[y + 6] = row6[at];
      column[y + 7] = row7[at];
    }
  }

  /** The channel at its new size, {@code [W, H]}, once all rows are there. */
  int[] columns() {
    int height = rows.length;
    int[] filtered = new int[across.places() * height];
    int[] column = new int[height];
    for (int place = 0; place < across.places(); place++) {
      System.arraycopy(filtered(place, column), 0, filtered, place * height, height);
    }
    return filtered;
  }

  /** A column of the new width, in the given array or another. */
  private int[] filtered(int place, int[] to) {
    int x = across.first(place) - across.begin();
    int taps = across.end(place) - across.first(place);
    if (taps == 1) {
      return columns[x];
    }
    if (taps == 2) {
      Weighted.two(
          columns[x], across.weight(place, 0), columns[x + 1], across.weight(place, 1), to);
      return to;
    }
    Weighted.begin(columns[x], across.weight(place, 0), to);
    for (int tap = 1; tap < taps; tap++) {
      Weighted.add(columns[x + tap], across.weight(place, tap), to);
    }
    Weighted.end(to);
    return to;
  }
}
