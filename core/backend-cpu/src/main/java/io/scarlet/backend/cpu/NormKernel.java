package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.base;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;

import io.scarlet.space.blueprint.Activation;
import jdk.incubator.vector.FloatVector;

/**
 * Passes of a batch norm over groups of rows. Groups are taken in blocks that stay in the
 * first-level cache while each vector of the {@link Period} runs down them, or each pair where
 * there are registers for it: two share the arithmetic on addresses. Each activation has loops of
 * its own: a choice within a loop would keep its vectors out of the registers. What belongs to a
 * channel is given once for each value of the period.
 */
final class NormKernel {

  private static final int BLOCK_ROWS = 32;
  private static final long PAIR = 2 * VECTOR;

  private final long period;
  private final int block;
  private final Activation activation;

  NormKernel(Period period, Activation activation) {
    this.period = period.bytes();
    this.block = Math.max(2, BLOCK_ROWS / period.rows());
    this.activation = activation;
  }

  /**
   * Adds to {@code sums} the sums of {@code x - origin}, and to {@code squares} those of its
   * square. An origin near the mean keeps the precision of the variance.
   */
  void sums(long x, int groups, long origin, long sums, long squares) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += PAIR) {
        FloatVector origin0 = load(origin + v);
        FloatVector origin1 = load(origin + v + VECTOR);
        FloatVector sum0 = load(sums + v);
        FloatVector sum1 = load(sums + v + VECTOR);
        FloatVector square0 = load(squares + v);
        FloatVector square1 = load(squares + v + VECTOR);
        long at = x + start * period + v;
        for (int group = start; group < end; group++) {
          long from = base(at);
          FloatVector v0 = load(from).sub(origin0);
          FloatVector v1 = load(from + VECTOR).sub(origin1);
          sum0 = sum0.add(v0);
          sum1 = sum1.add(v1);
          square0 = v0.fma(v0, square0);
          square1 = v1.fma(v1, square1);
          at += period;
        }
        store(sum0, sums + v);
        store(sum1, sums + v + VECTOR);
        store(square0, squares + v);
        store(square1, squares + v + VECTOR);
      }
    }
  }

  /** {@code y = activation(x * a + b)}. */
  void apply(long x, long y, int groups, long a, long b) {
    if (activation == Activation.HSWISH) {
      applyHardSwish(x, y, groups, a, b);
    } else {
      applyClamp(x, y, groups, a, b);
    }
  }

  private void applyClamp(long x, long y, int groups, long a, long b) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += PAIR) {
        FloatVector slope0 = load(a + v);
        FloatVector slope1 = load(a + v + VECTOR);
        FloatVector offset0 = load(b + v);
        FloatVector offset1 = load(b + v + VECTOR);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          long from = base(x + at);
          long to = base(y + at);
          FloatVector t0 = load(from).fma(slope0, offset0);
          FloatVector t1 = load(from + VECTOR).fma(slope1, offset1);
          store(Curve.clamp(low, high, t0), to);
          store(Curve.clamp(low, high, t1), to + VECTOR);
          at += period;
        }
      }
    }
  }

  private void applyHardSwish(long x, long y, int groups, long a, long b) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += PAIR) {
        FloatVector slope0 = load(a + v);
        FloatVector slope1 = load(a + v + VECTOR);
        FloatVector offset0 = load(b + v);
        FloatVector offset1 = load(b + v + VECTOR);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          long from = base(x + at);
          long to = base(y + at);
          FloatVector t0 = load(from).fma(slope0, offset0);
          FloatVector t1 = load(from + VECTOR).fma(slope1, offset1);
          store(Curve.hardSwish(t0), to);
          store(Curve.hardSwish(t1), to + VECTOR);
          at += period;
        }
      }
    }
  }

  /**
   * Adds to {@code sums} the sums of the gradient behind the activation, and to {@code products}
   * those of its product with {@code x - mean}.
   */
  void gradientSums(long x, long dy, int groups, NormTable table, long sums, long products) {
    if (activation == Activation.HSWISH) {
      gradientSumsHardSwish(x, dy, groups, table, sums, products);
    } else {
      gradientSumsClamp(x, dy, groups, table, sums, products);
    }
  }

  private void gradientSumsClamp(
      long x, long dy, int groups, NormTable table, long sums, long products) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector mean = load(table.means() + v);
        FloatVector sum = load(sums + v);
        FloatVector product = load(products + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.clampGradient(low, high, value.fma(slope, offset), load(dy + at));
          sum = sum.add(g);
          product = g.fma(value.sub(mean), product);
          at += period;
        }
        store(sum, sums + v);
        store(product, products + v);
      }
    }
  }

  private void gradientSumsHardSwish(
      long x, long dy, int groups, NormTable table, long sums, long products) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector mean = load(table.means() + v);
        FloatVector sum = load(sums + v);
        FloatVector product = load(products + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.hardSwishGradient(value.fma(slope, offset), load(dy + at));
          sum = sum.add(g);
          product = g.fma(value.sub(mean), product);
          at += period;
        }
        store(sum, sums + v);
        store(product, products + v);
      }
    }
  }

  /**
   * The gradient taken through the norm: a sum of the gradient behind the activation, the input and
   * a constant, with the factors of the table.
   */
  void gradientApply(long x, long dy, long dx, int groups, NormTable table) {
    if (activation == Activation.HSWISH) {
      gradientApplyHardSwish(x, dy, dx, groups, table);
    } else {
      gradientApplyClamp(x, dy, dx, groups, table);
    }
  }

  private void gradientApplyClamp(long x, long dy, long dx, int groups, NormTable table) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector ofGradient = load(table.ofGradient() + v);
        FloatVector ofInput = load(table.ofInput() + v);
        FloatVector constant = load(table.constants() + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.clampGradient(low, high, value.fma(slope, offset), load(dy + at));
          store(g.fma(ofGradient, value.fma(ofInput, constant)), dx + at);
          at += period;
        }
      }
    }
  }

  private void gradientApplyHardSwish(long x, long dy, long dx, int groups, NormTable table) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector ofGradient = load(table.ofGradient() + v);
        FloatVector ofInput = load(table.ofInput() + v);
        FloatVector constant = load(table.constants() + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.hardSwishGradient(value.fma(slope, offset), load(dy + at));
          store(g.fma(ofGradient, value.fma(ofInput, constant)), dx + at);
          at += period;
        }
      }
    }
  }
}
