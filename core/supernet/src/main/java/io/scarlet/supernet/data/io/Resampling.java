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

  /** How many places there are. */
  private int places() {
    return first.length;
  }

  /** One past the last source pixel that is used. */
  private int end() {
    int end = 0;
    for (int i = 0; i < first.length; i++) {
      end = Math.max(end, first[i] + weights[i].length);
    }
    return end;
  }

  /** Writes {@code places()} values from those of a row. */
  private void row(byte[] from, int at, byte[] to, int toAt) {
    for (int i = 0; i < first.length; i++) {
      int[] taps = weights[i];
      int source = at + first[i];
      int sum = 1 << (BITS - 1);
      for (int k = 0; k < taps.length; k++) {
        sum += taps[k] * (from[source + k] & 0xFF);
      }
      to[toAt + i] = clipped(sum);
    }
  }

  /**
   * A plane at its new size.
   *
   * @param across the filter of its width
   * @param down the filter of its height
   * @return {@code [H, W]}
   */
  static byte[] apply(Plane plane, Resampling across, Resampling down) {
    int width = across.places();
    int top = down.first[0];
    byte[] narrowed = new byte[(down.end() - top) * width];
    for (int y = top; y < down.end(); y++) {
      across.row(plane.values(), y * plane.stride(), narrowed, (y - top) * width);
    }
    byte[] result = new byte[down.places() * width];
    int[] sums = new int[width];
    for (int y = 0; y < down.places(); y++) {
      Arrays.fill(sums, 1 << (BITS - 1));
      int[] taps = down.weights[y];
      for (int k = 0; k < taps.length; k++) {
        add(narrowed, (down.first[y] - top + k) * width, taps[k], sums);
      }
      for (int x = 0; x < width; x++) {
        result[y * width + x] = clipped(sums[x]);
      }
    }
    return result;
  }

  private static void add(byte[] from, int at, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * (from[at + x] & 0xFF);
    }
  }

  private static byte clipped(int sum) {
    return (byte) Math.clamp(sum >> BITS, 0, 255);
  }
}
