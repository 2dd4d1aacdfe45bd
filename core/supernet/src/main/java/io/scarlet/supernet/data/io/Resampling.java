package io.scarlet.supernet.data.io;

import java.util.Arrays;

/**
 * Scales one side of a picture and cuts the middle out, with a triangle filter that widens as a
 * picture shrinks, so that no pixel is passed over. In integers: the same bits on every machine.
 */
final class Resampling {

  private static final int BITS = 22;

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
   * A plane at its new size.
   *
   * @param across the filter of its width
   * @param down the filter of its height
   * @return {@code [H, W]}
   */
  static byte[] apply(Plane plane, Resampling across, Resampling down) {
    int left = across.begin();
    int columns = across.end() - left;
    int width = across.first.length;
    int height = down.first.length;
    byte[] lowered = down.turned(plane.values(), left, plane.stride(), columns);
    int stride = Transposition.padded(height);
    byte[] upright = across.turned(lowered, -left * stride, stride, height);
    int from = Transposition.padded(width);
    if (from == width) {
      return upright;
    }
    byte[] result = new byte[height * width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(upright, y * from, result, y * width, width);
    }
    return result;
  }

  /**
   * Filters rows into rows, and turns them into columns: all the work is on whole rows, which the
   * compiler makes vector instructions of, and twice turned is upright.
   *
   * @param offset where row 0 starts
   * @param columns values of a row
   * @return {@code [columns][places]}, the places padded
   */
  private byte[] turned(byte[] from, int offset, int stride, int columns) {
    int places = first.length;
    int padded = Transposition.padded(columns);
    byte[] rows = new byte[Transposition.padded(places) * padded];
    int[] sums = new int[columns];
    for (int place = 0; place < places; place++) {
      Arrays.fill(sums, 1 << (BITS - 1));
      int row = offset + first[place] * stride;
      for (int weight : weights[place]) {
        add(from, row, weight, sums);
        row += stride;
      }
      clip(sums, rows, place * padded);
    }
    return Transposition.of(rows, Transposition.padded(places), padded);
  }

  private static void clip(int[] sums, byte[] to, int at) {
    for (int x = 0; x < sums.length; x++) {
      to[at + x] = (byte) Math.max(-128, Math.min(127, sums[x] >> BITS));
    }
  }

  private static void add(byte[] from, int at, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * from[at + x];
    }
  }
}
