package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;

import io.scarlet.space.blueprint.Activation;
import jdk.incubator.vector.FloatVector;

/**
 * Passes of a batch norm over groups of rows. Groups are taken in blocks that stay in the
 * first-level cache while each vector of the {@link Period} runs down them. Each activation has
 * loops of its own: a choice within a loop would keep its vectors out of the registers. What
 * belongs to a channel is given once for each value of the period.
 */
final class NormKernel {

  private static final int BLOCK_ROWS = 32;

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
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector o = load(origin + v);
        FloatVector sum = load(sums + v);
        FloatVector square = load(squares + v);
        FloatVector sum2 = Lanes.zero();
        FloatVector square2 = Lanes.zero();
        long at = x + start * period + v;
        int group = start;
        for (; group + 2 <= end; group += 2) {
          FloatVector first = load(at).sub(o);
          FloatVector second = load(at + period).sub(o);
          sum = sum.add(first);
          sum2 = sum2.add(second);
          square = first.fma(first, square);
          square2 = second.fma(second, square2);
          at += 2 * period;
        }
        if (group < end) {
          FloatVector last = load(at).sub(o);
          sum2 = sum2.add(last);
          square2 = last.fma(last, square2);
        }
        store(sum.add(sum2), sums + v);
        store(square.add(square2), squares + v);
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
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(a + v);
        FloatVector offset = load(b + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector t = load(x + at).fma(slope, offset);
          store(Curve.clamp(low, high, t), y + at);
          at += period;
        }
      }
    }
  }

  private void applyHardSwish(long x, long y, int groups, long a, long b) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(a + v);
        FloatVector offset = load(b + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector t = load(x + at).fma(slope, offset);
          store(Curve.hardSwish(t), y + at);
          at += period;
        }
      }
    }
  }

  /**
   * Adds to {@code sums} the sums of the gradient behind the activation, and to {@code products}
   * those of its product with {@code x - mean}.
   */
  void gradientSums( long x, long dy, int groups, NormTable table, long sums, long products) {
    if (activation == Activation.HSWISH) {
      gradientSumsHardSwish(x, dy, groups, table, sums, products);
    } else {
      gradientSumsClamp(x, dy, groups, table, sums, products);
    }
  }

  private void gradientSumsClamp( long x, long dy, int groups, NormTable table, long sums, long products) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector o = load(table.means() + v);
        FloatVector sum = load(sums + v);
        FloatVector product = load(products + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.clampGradient(low, high, value.fma(slope, offset), load(dy + at));
          sum = sum.add(g);
          product = g.fma(value.sub(o), product);
          at += period;
        }
        store(sum, sums + v);
        store(product, products + v);
      }
    }
  }

  private void gradientSumsHardSwish( long x, long dy, int groups, NormTable table, long sums, long products) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector o = load(table.means() + v);
        FloatVector sum = load(sums + v);
        FloatVector product = load(products + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.hardSwishGradient(value.fma(slope, offset), load(dy + at));
          sum = sum.add(g);
          product = g.fma(value.sub(o), product);
          at += period;
        }
        store(sum, sums + v);
        store(product, products + v);
      }
    }
  }

  /** The gradient taken through the norm: a sum of the gradient behind the activation, the input and a
   * constant, with the factors of the table. */
  void gradientApply( long x, long dy, long dx, int groups, NormTable table) {
    if (activation == Activation.HSWISH) {
      gradientApplyHardSwish(x, dy, dx, groups, table);
    } else {
      gradientApplyClamp(x, dy, dx, groups, table);
    }
  }

  private void gradientApplyClamp( long x, long dy, long dx, int groups, NormTable table) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector vp = load(table.ofGradient() + v);
        FloatVector vq = load(table.ofInput() + v);
        FloatVector vr = load(table.constants() + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.clampGradient(low, high, value.fma(slope, offset), load(dy + at));
          store(g.fma(vp, value.fma(vq, vr)), dx + at);
          at += period;
        }
      }
    }
  }

  private void gradientApplyHardSwish( long x, long dy, long dx, int groups, NormTable table) {
    for (int start = 0; start < groups; start += block) {
      int end = Math.min(groups, start + block);
      for (long v = 0; v < period; v += VECTOR) {
        FloatVector slope = load(table.slopes() + v);
        FloatVector offset = load(table.offsets() + v);
        FloatVector vp = load(table.ofGradient() + v);
        FloatVector vq = load(table.ofInput() + v);
        FloatVector vr = load(table.constants() + v);
        long at = start * period + v;
        for (int group = start; group < end; group++) {
          FloatVector value = load(x + at);
          FloatVector g = Curve.hardSwishGradient(value.fma(slope, offset), load(dy + at));
          store(g.fma(vp, value.fma(vq, vr)), dx + at);
          at += period;
        }
      }
    }
  }
}
