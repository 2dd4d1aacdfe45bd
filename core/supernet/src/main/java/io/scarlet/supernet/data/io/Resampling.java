package io.scarlet.supernet.data.io;

/**
 * Scales one side of a picture and cuts the middle out, with a triangle filter that widens as a
 * picture shrinks, so that no pixel is passed over. In integers: the same bits on every machine.
 */
final class Resampling {

  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);

  /** The first source pixel of each place. */
  private final int[] first;

  /** What each source pixel from there on counts, {@code [places][taps]}. */
  private final int[][] weights;

  private Resampling(int[] first, int[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /**
   * The filter of a side.
   *
   * @param from source pixels, of which the last may be a part
   * @param scaled pixels after scaling
   * @param places pixels of these that are cut out of the middle
   */
  static Resampling of(double from, int scaled, int places) {
    double scale = from / scaled;
    double reach = Math.max(1, scale);
    int sources = (int) Math.ceil(from - 1e-9);
    int skipped = (scaled - places) / 2;
    int[] first = new int[places];
    int[][] weights = new int[places][];
    for (int i = 0; i < places; i++) {
      double centre = (i + skipped + 0.5) * scale;
      int begin = Math.clamp((int) Math.floor(centre - reach + 0.5), 0, sources - 1);
      int end = Math.clamp((int) Math.floor(centre + reach + 0.5), begin + 1, sources);
      first[i] = begin;
      weights[i] = weights(centre, reach, begin, end);
    }
    return new Resampling(first, weights);
  }

  private static int[] weights(double centre, double reach, int begin, int end) {
    double[] exact = new double[end - begin];
    double sum = 0;
    for (int k = 0; k < exact.length; k++) {
      exact[k] = Math.max(0, 1 - Math.abs(begin + k + 0.5 - centre) / reach);
      sum += exact[k];
    }
    int[] weights = new int[exact.length];
    for (int k = 0; k < exact.length; k++) {
      double share = sum > 0 ? exact[k] / sum : 1.0 / exact.length;
      weights[k] = (int) Math.round(share * (1 << BITS));
    }
    return weights;
  }

  /** The first source pixel that is used. */
  int begin() {
    return first[0];
  }

  /** One past the last source pixel that is used. */
  int end() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }

  /**
   * A plane at its new size, upright. All the work is on whole rows, each an array of its own: of
   * such loops, and not of those over parts of one array, the compiler makes vector instructions.
   *
   * @param across the filter of its width
   * @param down the filter of its height
   * @return {@code [H][W]}, -128 to 127
   */
  static int[][] apply(Plane plane, Resampling across, Resampling down) {
    int top = down.begin();
    int left = across.begin();
    int[][] seen = new int[across.end() - left][down.end() - top];
    for (int x = 0; x < seen.length; x++) {
      widen(plane.values(), (left + x) * plane.stride() + top, seen[x]);
    }
    return down.filter(turned(across.filter(seen)));
  }

  private static void widen(byte[] from, int at, int[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[at + i];
    }
  }

  /** Rows of all rows from the first that is used on. */
  private int[][] filter(int[][] rows) {
    int[][] filtered = new int[first.length][rows[0].length];
    for (int place = 0; place < filtered.length; place++) {
      int[] sums = filtered[place];
      int[] shares = weights[place];
      int row = first[place] - first[0];
      begin(rows[row], shares[0], sums);
      for (int k = 1; k < shares.length; k++) {
        add(rows[row + k], shares[k], sums);
      }
      clip(sums);
    }
    return filtered;
  }

  private static void begin(int[] from, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = weight * from[x] + HALF;
    }
  }

  private static void add(int[] from, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * from[x];
    }
  }

  private static void clip(int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = Math.max(-128, Math.min(127, sums[x] >> BITS));
    }
  }

  private static int[][] turned(int[][] rows) {
    int[][] columns = new int[rows[0].length][rows.length];
    for (int y = 0; y < rows.length; y++) {
      int[] row = rows[y];
      for (int x = 0; x < row.length; x++) {
        columns[x][y] = row[x];
      }
    }
    return columns;
  }
}
