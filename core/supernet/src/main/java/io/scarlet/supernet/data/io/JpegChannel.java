package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * A channel of a JPEG picture on its way: takes the coefficients of a row of blocks after the
 * other, and keeps what is seen of their pixels at the size that is wanted.
 */
final class JpegChannel {

  private static final int BLOCK = 8;

  /** More than there can be, so that a damaged block needs no check. */
  private static final int PLACES = 128;

  /** Which array of a band is never read. */
  private static final int NOWHERE = 8;

  /** Row and column of each coefficient in the order of the file, from the lowest frequency on. */
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private static final int[] UNSEEN = places(0);

  /** By the logarithm of the side: {@code array << 4 | index} of each coefficient. */
  private static final int[][] OF_SIDE = {places(1), places(2), places(4), places(8)};

  private final JpegComponent component;
  private final int left;
  private final int right;
  private final int top;
  private final int bottom;
  private final int side;
  private final JpegTransform transform;
  private final FittedChannel fitted;
  private final int[] seen;
  private final int[][][] bands;
  private final int[][] rows;
  private int mean;

  /** A channel of which something is seen. */
  JpegChannel(JpegComponent component, JpegView view) {
    this.component = component;
    left = view.left();
    right = view.right();
    top = view.top();
    bottom = view.bottom();
    side = view.side();
    int length = (right - left) * side;
    transform = new JpegTransform(side, length);
    fitted = new FittedChannel(view.across(), view.down(), left * side);
    seen = places(side, component.steps());
    bands = new int[component.down()][NOWHERE + 1][length];
    rows = new int[side][length];
  }

  /** What a picture of this side leaves out is written where nobody reads. */
  private static int[] places(int side) {
    int[] places = new int[PLACES];
    Arrays.fill(places, NOWHERE << 4);
    for (int k = 0; k < ZIGZAG.length; k++) {
      int column = ZIGZAG[k] % BLOCK;
      int row = ZIGZAG[k] / BLOCK;
      if (column < side && row < side) {
        places[k] = (column << 4) | row;
      }
    }
    return places;
  }

  private static int[] places(int side, int[] steps) {
    int[] places = OF_SIDE[Integer.numberOfTrailingZeros(side)].clone();
    for (int k = 0; k < steps.length; k++) {
      places[k] |= steps[k] << Byte.SIZE;
    }
    return places;
  }

  /** Forgets the mean of the last block: the next one is given as it is. */
  void restart() {
    mean = 0;
  }

  /**
   * Takes the blocks of a group.
   *
   * @param x of the group
   * @param y of the group
   * @throws IOException if they are damaged or missing
   */
  void read(JpegCoefficients coefficients, int x, int y) throws IOException {
    int across = component.across();
    int down = component.down();
    for (int v = 0; v < down; v++) {
      int row = y * down + v;
      boolean rowShows = row >= top && row < bottom;
      for (int column = x * across; column < (x + 1) * across; column++) {
        boolean shows = rowShows && column >= left && column < right;
        mean =
            coefficients.read(
                component,
                mean,
                shows ? seen : UNSEEN,
                bands[v],
                shows ? (column - left) * side : 0);
      }
    }
  }

  /** Makes pixels of a row of groups, which is complete. */
  void endRow(int y) {
    for (int v = 0; v < bands.length; v++) {
      int row = y * bands.length + v;
      if (row >= top && row < bottom) {
        transform.inverse(bands[v], rows);
        for (int i = 0; i < rows.length; i++) {
          fitted.add(row * rows.length + i, rows[i]);
        }
      }
    }
  }

  /** What is seen, {@code [W, H]}, -128 to 127. */
  int[] columns() {
    return fitted.columns();
  }
}
