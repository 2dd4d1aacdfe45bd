package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.spread;
import static io.scarlet.backend.cpu.Lanes.store;
import static io.scarlet.backend.cpu.Lanes.zero;

import io.scarlet.space.blueprint.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Passes of a batch norm over rows of {@code [rows, channels]}. Rows are taken in blocks that stay
 * in the first-level cache while each vector of channels runs down them. Each activation has loops
 * of its own: a choice within a loop would keep its vectors out of the registers.
 */
final class NormKernel {

  private static final int BLOCK = 32;

  private final int channels;
  private final Activation activation;

  NormKernel(int channels, Activation activation) {
    this.channels = channels;
    this.activation = activation;
  }

  /**
   * Adds to {@code sums} the sums of {@code x - origin}, and to {@code squares} those of its
   * square. An origin near the mean keeps the precision of the variance.
   */
  void sums(long x, int from, int to, long origin, long sums, long squares) {
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        long at = bytes(c);
        FloatVector o = load(origin + at, mask);
        FloatVector sum = load(sums + at, mask);
        FloatVector square = load(squares + at, mask);
        long address = x + bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector v = load(address, mask).sub(o);
          sum = sum.add(v);
          square = v.fma(v, square);
          address += bytes(channels);
        }
        store(sum, sums + at, mask);
        store(square, squares + at, mask);
      }
    }
  }

  /** {@code y = activation(x * a + b)}, {@code a} and {@code b} per channel. */
  void apply(long x, long y, int from, int to, long a, long b) {
    if (activation == Activation.HSWISH) {
      applyHardSwish(x, y, from, to, a, b);
    } else {
      applyClamp(x, y, from, to, a, b);
    }
  }

  private void applyClamp(long x, long y, int from, int to, long a, long b) {
    FloatVector low = spread(Curve.low(activation));
    FloatVector high = spread(Curve.high(activation));
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        FloatVector slope = load(a + bytes(c), mask);
        FloatVector offset = load(b + bytes(c), mask);
        long at = bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector t = load(x + at, mask).fma(slope, offset);
          store(t.max(low).min(high), y + at, mask);
          at += bytes(channels);
        }
      }
    }
  }

  private void applyHardSwish(long x, long y, int from, int to, long a, long b) {
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        FloatVector slope = load(a + bytes(c), mask);
        FloatVector offset = load(b + bytes(c), mask);
        long at = bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector t = load(x + at, mask).fma(slope, offset);
          store(Curve.hardSwish(t), y + at, mask);
          at += bytes(channels);
        }
      }
    }
  }

  /**
   * Adds to {@code sums} the sums of the gradient behind the activation, and to {@code products}
   * those of its product with {@code x - origin}.
   */
  void gradientSums(
      long x, long dy, int from, int to, long a, long b, long origin, long sums, long products) {
    if (activation == Activation.HSWISH) {
      gradientSumsHardSwish(x, dy, from, to, a, b, origin, sums, products);
    } else {
      gradientSumsClamp(x, dy, from, to, a, b, origin, sums, products);
    }
  }

  private void gradientSumsClamp(
      long x, long dy, int from, int to, long a, long b, long origin, long sums, long products) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        FloatVector slope = load(a + bytes(c), mask);
        FloatVector offset = load(b + bytes(c), mask);
        FloatVector o = load(origin + bytes(c), mask);
        FloatVector sum = load(sums + bytes(c), mask);
        FloatVector product = load(products + bytes(c), mask);
        long at = bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector v = load(x + at, mask);
          FloatVector g = Curve.clampGradient(low, high, v.fma(slope, offset), load(dy + at, mask));
          sum = sum.add(g);
          product = g.fma(v.sub(o), product);
          at += bytes(channels);
        }
        store(sum, sums + bytes(c), mask);
        store(product, products + bytes(c), mask);
      }
    }
  }

  private void gradientSumsHardSwish(
      long x, long dy, int from, int to, long a, long b, long origin, long sums, long products) {
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        FloatVector slope = load(a + bytes(c), mask);
        FloatVector offset = load(b + bytes(c), mask);
        FloatVector o = load(origin + bytes(c), mask);
        FloatVector sum = load(sums + bytes(c), mask);
        FloatVector product = load(products + bytes(c), mask);
        long at = bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector v = load(x + at, mask);
          FloatVector g = Curve.hardSwishGradient(v.fma(slope, offset), load(dy + at, mask));
          sum = sum.add(g);
          product = g.fma(v.sub(o), product);
          at += bytes(channels);
        }
        store(sum, sums + bytes(c), mask);
        store(product, products + bytes(c), mask);
      }
    }
  }

  /** {@code dx = p * g + q * x + r}, {@code g} the gradient behind the activation. */
  void gradientApply(
      long x, long dy, long dx, int from, int to, long a, long b, long p, long q, long r) {
    if (activation == Activation.HSWISH) {
      gradientApplyHardSwish(x, dy, dx, from, to, a, b, p, q, r);
    } else {
      gradientApplyClamp(x, dy, dx, from, to, a, b, p, q, r);
    }
  }

  private void gradientApplyClamp(
      long x, long dy, long dx, int from, int to, long a, long b, long p, long q, long r) {
    float low = Curve.low(activation);
    float high = Curve.high(activation);
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        FloatVector slope = load(a + bytes(c), mask);
        FloatVector offset = load(b + bytes(c), mask);
        FloatVector vp = load(p + bytes(c), mask);
        FloatVector vq = load(q + bytes(c), mask);
        FloatVector vr = load(r + bytes(c), mask);
        long at = bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector v = load(x + at, mask);
          FloatVector g = Curve.clampGradient(low, high, v.fma(slope, offset), load(dy + at, mask));
          store(g.fma(vp, v.fma(vq, vr)), dx + at, mask);
          at += bytes(channels);
        }
      }
    }
  }

  private void gradientApplyHardSwish(
      long x, long dy, long dx, int from, int to, long a, long b, long p, long q, long r) {
    for (int block = from; block < to; block += BLOCK) {
      int end = Math.min(to, block + BLOCK);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        FloatVector slope = load(a + bytes(c), mask);
        FloatVector offset = load(b + bytes(c), mask);
        FloatVector vp = load(p + bytes(c), mask);
        FloatVector vq = load(q + bytes(c), mask);
        FloatVector vr = load(r + bytes(c), mask);
        long at = bytes((long) block * channels + c);
        for (int row = block; row < end; row++) {
          FloatVector v = load(x + at, mask);
          FloatVector g = Curve.hardSwishGradient(v.fma(slope, offset), load(dy + at, mask));
          store(g.fma(vp, v.fma(vq, vr)), dx + at, mask);
          at += bytes(channels);
        }
      }
    }
  }

  /** Adds the rows to {@code sums}. */
  static void columnSums(long x, int from, int to, int channels, long sums) {
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      FloatVector sum = zero();
      for (int row = from; row < to; row++) {
        sum = sum.add(load(x + bytes((long) row * channels + c), mask));
      }
      store(load(sums + bytes(c), mask).add(sum), sums + bytes(c), mask);
    }
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
