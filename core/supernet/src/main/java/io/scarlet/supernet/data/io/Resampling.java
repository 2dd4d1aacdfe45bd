package io.scarlet.supernet.data.io;

/**
 * Scales one side of a picture and cuts the middle out, with a triangle filter that widens as a
 * picture shrinks, so that no pixel is passed over. In integers: the same bits on every machine.
 */
final class Resampling {

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
      int end = Math.clamp((int) Math.ceil(centre + reach - 0.5), begin + 1, sources);
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
      weights[k] = (int) Math.round(share * Weighted.ONE);
    }
    return weights;
  }

  /** How many places there are. */
  int places() {
    return first.length;
  }

  /** The first source pixel of a place; not less than that of the place before. */
  int first(int place) {
    return first[place];
  }

  /** One past the last source pixel of a place; not less than that of the place before. */
  int end(int place) {
    return first[place] + weights[place].length;
  }

  /**
   * What a source pixel counts at a place, {@link Weighted#ONE} in all.
   *
   * @param tap of the source pixel, counted from the first of the place
   */
  int weight(int place, int tap) {
    return weights[place][tap];
  }

  /** The first source pixel that is used. */
  int begin() {
    return first[0];
  }

  /** One past the last source pixel that is used. */
  int end() {
    return end(first.length - 1);
  }
}
