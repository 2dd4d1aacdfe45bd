package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;

/** Batch norms: sums by pieces of the rows, combined in double precision and in order. */
final class BatchNormalization {

  private static final int SUMS = 0;
  private static final int TABLE = 1;

  /**
   * Columns of the table of factors after the slopes; each has a value for every value of the
   * period.
   */
  private static final int OFFSET = 1;

  private static final int ORIGIN = 2;
  private static final int OF_GRADIENT = 3;
  private static final int OF_INPUT = 4;
  private static final int CONSTANT = 5;
  private static final int COLUMNS = 6;

  private final RowPasses passes;
  private final Scratch scratch = new Scratch();

  BatchNormalization(Workers workers) {
    passes = new RowPasses(workers);
  }

  void moments(FeatureMap map, int n, Tensor x, Tensor mean, Tensor variance) {
    int channels = map.channels();
    Period period = new Period(channels);
    long rows = n * map.area();
    long from = address(x, n * map.size());
    long origin = table(period) + ORIGIN * period.bytes();
    period.repeat(from, origin);
    NormKernel kernel = new NormKernel(period, Activation.NONE);
    int pieces = RowPasses.pieces(period, rows);
    long sums = clearedSums(period, pieces);
    passes.run(
        period,
        rows,
        new RowPasses.Features(from, 0, 0),
        origin,
        (on, start, end, piece) -> {
          long sum = sums + 2L * piece * period.bytes();
          kernel.sums(on.x(), start, end, origin, sum, sum + period.bytes());
        });
    long means = address(mean, channels);
    long variances = address(variance, channels);
    for (int c = 0; c < channels; c++) {
      double first = total(sums, period, pieces, c) / rows;
      double second = total(sums + period.bytes(), period, pieces, c) / rows;
      set(means, c, (float) (get(from, c) + first));
      set(variances, c, (float) Math.max(0, second - first * first));
    }
  }

  void forward(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor y) {
    Period period = new Period(op.in().channels());
    long from = address(x, n * op.in().size());
    long to = address(y, n * op.in().size());
    long slopes = factors(period, moments, scale, shift, epsilon);
    long offsets = slopes + OFFSET * period.bytes();
    NormKernel kernel = new NormKernel(period, op.activation());
    passes.run(
        period,
        n * op.in().area(),
        new RowPasses.Features(from, 0, to),
        slopes,
        (on, start, end, piece) -> kernel.apply(on.x(), on.out(), start, end, slopes, offsets));
  }

  void gradient(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor dy,
      Tensor dx,
      Tensor dScale,
      Tensor dShift,
      boolean accumulate) {
    int channels = op.in().channels();
    Period period = new Period(channels);
    long rows = n * op.in().area();
    var features =
        new RowPasses.Features(
            address(x, n * op.in().size()),
            address(dy, n * op.in().size()),
            address(dx, n * op.in().size()));
    long a = factors(period, moments, scale, shift, epsilon);
    long b = a + OFFSET * period.bytes();
    long means = address(moments.mean(), channels);
    long origin = a + ORIGIN * period.bytes();
    period.repeat(means, origin);
    NormKernel kernel = new NormKernel(period, op.activation());
    int pieces = RowPasses.pieces(period, rows);
    long sums = clearedSums(period, pieces);
    passes.run(
        period,
        rows,
        features,
        origin,
        (on, start, end, piece) -> {
          long sum = sums + 2L * piece * period.bytes();
          kernel.gradientSums(on.x(), on.dy(), start, end, a, b, origin, sum, sum + period.bytes());
        });
    long p = a + OF_GRADIENT * period.bytes();
    long q = a + OF_INPUT * period.bytes();
    long r = a + CONSTANT * period.bytes();
    long toScale = address(dScale, channels);
    long toShift = address(dShift, channels);
    for (int c = 0; c < channels; c++) {
      double deviation = inverseDeviation(moments, c, epsilon);
      double shiftGradient = total(sums, period, pieces, c);
      double scaleGradient = total(sums + period.bytes(), period, pieces, c) * deviation;
      double slope = get(a, c);
      double curve = -slope * deviation * scaleGradient / rows;
      set(p, c, (float) slope);
      set(q, c, (float) curve);
      set(r, c, (float) (-slope * shiftGradient / rows - curve * get(means, c)));
      set(toScale, c, (float) (scaleGradient + (accumulate ? get(toScale, c) : 0)));
      set(toShift, c, (float) (shiftGradient + (accumulate ? get(toShift, c) : 0)));
    }
    period.repeat(p, p);
    period.repeat(q, q);
    period.repeat(r, r);
    passes.run(
        period,
        rows,
        features,
        origin,
        (on, start, end, piece) ->
            kernel.gradientApply(on.x(), on.dy(), on.out(), start, end, a, b, p, q, r));
  }

  private long table(Period period) {
    return scratch.take(TABLE, (long) COLUMNS * period.values());
  }

  /** A table with the slopes and offsets. */
  private long factors(Period period, Moments moments, Tensor scale, Tensor shift, float epsilon) {
    int channels = period.channels();
    long slopes = table(period);
    long offsets = slopes + OFFSET * period.bytes();
    long means = address(moments.mean(), channels);
    long scales = address(scale, channels);
    long shifts = address(shift, channels);
    for (int c = 0; c < channels; c++) {
      double slope = get(scales, c) * inverseDeviation(moments, c, epsilon);
      set(slopes, c, (float) slope);
      set(offsets, c, (float) (get(shifts, c) - get(means, c) * slope));
    }
    period.repeat(slopes, slopes);
    period.repeat(offsets, offsets);
    return slopes;
  }

  private static double inverseDeviation(Moments moments, int channel, float epsilon) {
    double variance = get(address(moments.variance(), channel + 1L), channel);
    return 1 / Math.sqrt(variance + epsilon);
  }

  private long clearedSums(Period period, int pieces) {
    long size = 2L * pieces * period.values();
    long sums = scratch.take(SUMS, size);
    Lanes.clear(sums, size);
    return sums;
  }

  private static double total(long sums, Period period, int pieces, int channel) {
    double total = 0;
    for (int piece = 0; piece < pieces; piece++) {
      long sum = sums + 2L * piece * period.bytes();
      for (int row = 0; row < period.rows(); row++) {
        total += get(sum, row * period.channels() + channel);
      }
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
