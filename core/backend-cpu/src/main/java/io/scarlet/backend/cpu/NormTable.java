package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;

/**
 * What a batch norm multiplies and adds, a column for each factor and a value for each value of the
 * period. Each call of a kernel fills it anew.
 */
final class NormTable {

  private static final int COLUMNS = 6;

  private final Scratch scratch = new Scratch();
  private Period period = new Period(1);
  private long table = scratch.take(0, COLUMNS);
  private Activation activation = Activation.NONE;
  private NormKernel kernel = new NormKernel(period, Activation.NONE);

  Period period() {
    return period;
  }

  NormKernel kernel() {
    return kernel;
  }

  Activation activation() {
    return activation;
  }

  /** {@code slope = scale / deviation}. */
  long slopes() {
    return table;
  }

  /** {@code offset = shift - mean * slope}. */
  long offsets() {
    return column(1);
  }

  /** The means. */
  long means() {
    return column(2);
  }

  /** What the gradient behind the norm is multiplied by on its way through. */
  long ofGradient() {
    return column(3);
  }

  /** What the norm's input is multiplied by on the gradient's way through. */
  long ofInput() {
    return column(4);
  }

  /** What is added on the gradient's way through. */
  long constants() {
    return column(5);
  }

  private long column(int i) {
    return table + i * period.bytes();
  }

  /** Fills in slopes, offsets and means. */
  NormTable fill(Norm norm) {
    Operator.BatchNorm op = norm.op();
    int channels = op.in().channels();
    period = new Period(channels);
    activation = op.activation();
    kernel = new NormKernel(period, activation);
    table = scratch.take(0, (long) COLUMNS * period.values());
    long means = address(norm.moments().mean(), channels);
    long scales = address(norm.scale(), channels);
    long shifts = address(norm.shift(), channels);
    for (int c = 0; c < channels; c++) {
      double slope = get(scales, c) * inverseDeviation(norm, c);
      set(slopes(), c, (float) slope);
      set(offsets(), c, (float) (get(shifts, c) - get(means, c) * slope));
    }
    period.repeat(slopes(), slopes());
    period.repeat(offsets(), offsets());
    period.repeat(means, means());
    return this;
  }

  /**
   * Fills in the factors of the way through.
   *
   * @param rows that the norm's moments are of
   */
  NormTable fill(Norm norm, NormGradient sums, long rows) {
    fill(norm);
    int channels = period.channels();
    long scaleGradients = address(sums.scale(), channels);
    long shiftGradients = address(sums.shift(), channels);
    for (int c = 0; c < channels; c++) {
      double slope = get(slopes(), c);
      double curve = -slope * inverseDeviation(norm, c) * get(scaleGradients, c) / rows;
      set(ofGradient(), c, (float) slope);
      set(ofInput(), c, (float) curve);
      set(
          constants(),
          c,
          (float) (-slope * get(shiftGradients, c) / rows - curve * get(means(), c)));
    }
    period.repeat(ofGradient(), ofGradient());
    period.repeat(ofInput(), ofInput());
    period.repeat(constants(), constants());
    return this;
  }

  /** Writes rows behind the norm. */
  void apply(Groups groups, int rows, long x, long y) {
    groups.run(
        period,
        rows,
        x,
        0,
        y,
        means(),
        (from, dy, to, count) -> kernel.apply(from, to, count, slopes(), offsets()));
  }

  /** Writes rows of a gradient taken through the norm. */
  void through(Groups groups, int rows, long x, long behind, long dx) {
    groups.run(
        period,
        rows,
        x,
        behind,
        dx,
        means(),
        (from, dy, to, count) -> kernel.gradientApply(from, dy, to, count, this));
  }

  static double inverseDeviation(Norm norm, int channel) {
    long variances = address(norm.moments().variance(), norm.op().in().channels());
    return 1 / Math.sqrt(get(variances, channel) + norm.epsilon());
  }

  private static float get(long base, int index) {
    return Lanes.get(base + (long) index * Float.BYTES);
  }

  private static void set(long base, int index, float value) {
    Lanes.set(base + (long) index * Float.BYTES, value);
  }
}
