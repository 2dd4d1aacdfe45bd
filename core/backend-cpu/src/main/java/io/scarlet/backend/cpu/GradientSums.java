package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;

/** Sums towards the gradients of a batch norm's scale and shift; pieces are combined in order. */
final class GradientSums {

  private static final int COLUMNS = 2;

  private final Scratch scratch = new Scratch();

  /**
   * Starts new sums.
   *
   * @param x address of what the norm normalised
   * @param behind address of the gradient of its output
   * @param table of the norm
   * @param pieces that the rows are divided into
   */
  RowSink of(long x, long behind, NormTable table, int pieces) {
    Period period = table.period();
    long size = (long) COLUMNS * pieces * period.values();
    long sums = scratch.take(0, size);
    Lanes.clear(sums, size);
    long row = period.rowBytes();
    return (piece, first, count, space) -> {
      long sum = sums + piece * (COLUMNS * period.bytes());
      space
          .groups()
          .run(
              period,
              count,
              x + first * row,
              behind + first * row,
              0,
              table.means(),
              (at, dy, out, groups) ->
                  table.kernel().gradientSums(at, dy, groups, table, sum, sum + period.bytes()));
    };
  }

  /** Writes what the sums of all pieces come to. */
  void finish(Norm norm, NormTable table, int pieces, NormGradient gradient) {
    Period period = table.period();
    long sums = scratch.take(0, 0);
    long scales = address(gradient.scale(), period.channels());
    long shifts = address(gradient.shift(), period.channels());
    for (int c = 0; c < period.channels(); c++) {
      double shift = 0;
      double product = 0;
      for (int piece = 0; piece < pieces; piece++) {
        long mine = sums + piece * (COLUMNS * period.bytes());
        shift += MomentSums.total(mine, period, c);
        product += MomentSums.total(mine + period.bytes(), period, c);
      }
      Lanes.set(shifts + (long) c * Float.BYTES, (float) shift);
      Lanes.set(
          scales + (long) c * Float.BYTES, (float) (product * NormTable.inverseDeviation(norm, c)));
    }
  }
}
