package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.supernet.backend.Moments;

/**
 * Sums towards the mean and variance of each channel. A piece takes its first row for its origin,
 * which is near enough to the mean to keep the precision of the variance; pieces are combined in
 * double precision and in order.
 */
final class MomentSums {

  private static final int COLUMNS = 3;

  private final Scratch scratch = new Scratch();

  /**
   * Starts new sums.
   *
   * @param x address of the rows
   * @param pieces that the rows are divided into
   */
  RowSink of(long x, Period period, int pieces) {
    long size = (long) COLUMNS * pieces * period.values();
    long sums = scratch.take(0, size);
    Lanes.clear(sums, size);
    long row = period.rowBytes();
    NormKernel kernel = new NormKernel(period, Activation.NONE);
    boolean[] begun = new boolean[pieces];
    return (piece, first, count, space) -> {
      long origin = sums + piece * (COLUMNS * period.bytes());
      long from = x + first * row;
      if (!begun[piece]) {
        begun[piece] = true;
        period.repeat(from, origin);
      }
      space
          .groups()
          .run(
              period,
              count,
              from,
              0,
              0,
              origin,
              (at, dy, out, groups) ->
                  kernel.sums(
                      at, groups, origin, origin + period.bytes(), origin + 2 * period.bytes()));
    };
  }

  /** Writes what the sums of all pieces come to. */
  void finish(Period period, Pieces pieces, int rowsEach, Moments moments) {
    long sums = scratch.take(0, 0);
    long means = address(moments.mean(), period.channels());
    long variances = address(moments.variance(), period.channels());
    double rows = (double) pieces.rows() * rowsEach;
    for (int c = 0; c < period.channels(); c++) {
      double origin = get(sums, c);
      double first = 0;
      double second = 0;
      for (int piece = 0; piece < pieces.count(); piece++) {
        long mine = sums + piece * (COLUMNS * period.bytes());
        double shift = get(mine, c) - origin;
        double sum = total(mine + period.bytes(), period, c);
        double square = total(mine + 2 * period.bytes(), period, c);
        double count = (double) (pieces.to(piece) - pieces.from(piece)) * rowsEach;
        first += sum + count * shift;
        second += square + shift * (2 * sum + count * shift);
      }
      double mean = first / rows;
      set(means, c, (float) (origin + mean));
      set(variances, c, (float) Math.max(0, second / rows - mean * mean));
    }
  }

  /** What the rows of a group sum up to in a channel. */
  static double total(long sums, Period period, int channel) {
    double total = 0;
    for (int row = 0; row < period.rows(); row++) {
      total += get(sums, row * period.channels() + channel);
    }
    return total;
  }

  private static float get(long base, int index) {
    return Lanes.get(base + (long) index * Float.BYTES);
  }

  private static void set(long base, int index, float value) {
    Lanes.set(base + (long) index * Float.BYTES, value);
  }
}
