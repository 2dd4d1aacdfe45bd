package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;

/** Batch norms: sums by pieces of the rows, combined in double precision and in order. */
final class BatchNormalization {

  private static final int GRAIN = 256;

  private static final int SUMS = 0;
  private static final int FACTORS = 1;

  private final Workers workers;
  private final Scratch scratch = new Scratch();

  BatchNormalization(Workers workers) {
    this.workers = workers;
  }

  void moments(FeatureMap map, int n, Tensor x, Tensor mean, Tensor variance) {
    int channels = map.channels();
    long rows = n * map.area();
    long from = address(x, n * map.size());
    NormKernel kernel = new NormKernel(channels, Activation.NONE);
    Pieces pieces = Pieces.of(rows, GRAIN);
    long sums = clearedSums(pieces, channels);
    workers.run(
        pieces.count(),
        piece -> {
          long sum = sums + bytes(2L * piece * channels);
          kernel.sums(from, pieces.from(piece), pieces.to(piece), from, sum, sum + bytes(channels));
        });
    long means = address(mean, channels);
    long variances = address(variance, channels);
    for (int c = 0; c < channels; c++) {
      double first = total(sums, pieces, channels, c) / rows;
      double second = total(sums + bytes(channels), pieces, channels, c) / rows;
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
    int channels = op.in().channels();
    long from = address(x, n * op.in().size());
    long to = address(y, n * op.in().size());
    long slopes = factors(channels, moments, scale, shift, epsilon);
    NormKernel kernel = new NormKernel(channels, op.activation());
    Pieces pieces = Pieces.of(n * op.in().area(), GRAIN);
    workers.run(
        pieces.count(),
        piece ->
            kernel.apply(
                from, to, pieces.from(piece), pieces.to(piece), slopes, slopes + bytes(channels)));
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
    long rows = n * op.in().area();
    long from = address(x, n * op.in().size());
    long g = address(dy, n * op.in().size());
    long to = address(dx, n * op.in().size());
    long a = factors(channels, moments, scale, shift, epsilon);
    long b = a + bytes(channels);
    long means = address(moments.mean(), channels);
    NormKernel kernel = new NormKernel(channels, op.activation());
    Pieces pieces = Pieces.of(rows, GRAIN);
    long sums = clearedSums(pieces, channels);
    workers.run(
        pieces.count(),
        piece -> {
          long sum = sums + bytes(2L * piece * channels);
          kernel.gradientSums(
              from,
              g,
              pieces.from(piece),
              pieces.to(piece),
              a,
              b,
              means,
              sum,
              sum + bytes(channels));
        });
    long p = b + bytes(channels);
    long q = p + bytes(channels);
    long r = q + bytes(channels);
    long toScale = address(dScale, channels);
    long toShift = address(dShift, channels);
    for (int c = 0; c < channels; c++) {
      double deviation = inverseDeviation(moments, c, epsilon);
      double shiftGradient = total(sums, pieces, channels, c);
      double scaleGradient = total(sums + bytes(channels), pieces, channels, c) * deviation;
      double slope = get(a, c);
      double curve = -slope * deviation * scaleGradient / rows;
      set(p, c, (float) slope);
      set(q, c, (float) curve);
      set(r, c, (float) (-slope * shiftGradient / rows - curve * get(means, c)));
      set(toScale, c, (float) (scaleGradient + (accumulate ? get(toScale, c) : 0)));
      set(toShift, c, (float) (shiftGradient + (accumulate ? get(toShift, c) : 0)));
    }
    workers.run(
        pieces.count(),
        piece ->
            kernel.gradientApply(from, g, to, pieces.from(piece), pieces.to(piece), a, b, p, q, r));
  }

  /**
   * Slope and offset of each channel, {@code [5, C]} of which the caller may use the last three.
   */
  private long factors(int channels, Moments moments, Tensor scale, Tensor shift, float epsilon) {
    long factors = scratch.take(FACTORS, 5L * channels);
    long means = address(moments.mean(), channels);
    long scales = address(scale, channels);
    long shifts = address(shift, channels);
    for (int c = 0; c < channels; c++) {
      double slope = get(scales, c) * inverseDeviation(moments, c, epsilon);
      set(factors, c, (float) slope);
      set(factors + bytes(channels), c, (float) (get(shifts, c) - get(means, c) * slope));
    }
    return factors;
  }

  private static double inverseDeviation(Moments moments, int channel, float epsilon) {
    double variance = get(address(moments.variance(), channel + 1L), channel);
    return 1 / Math.sqrt(variance + epsilon);
  }

  private long clearedSums(Pieces pieces, int channels) {
    long size = 2L * pieces.count() * channels;
    long sums = scratch.take(SUMS, size);
    Lanes.clear(sums, size);
    return sums;
  }

  private static double total(long sums, Pieces pieces, int channels, int channel) {
    double total = 0;
    for (int piece = 0; piece < pieces.count(); piece++) {
      total += get(sums + bytes(2L * piece * channels), channel);
    }
    return total;
  }

  private static float get(long base, int index) {
    return Lanes.get(base + bytes(index));
  }

  private static void set(long base, int index, float value) {
    Lanes.set(base + bytes(index), value);
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
