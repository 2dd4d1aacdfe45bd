package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.spread;
import static io.scarlet.backend.cpu.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Kernels that treat every value alike: whole vectors, then what is left under a mask. Counts are
 * values, addresses bytes.
 */
final class Elementwise {

  private Elementwise() {}

  static void add(long x, long y, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, y += VECTOR) {
      store(load(x).add(load(y)), x);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(load(x).add(load(y)), x, mask);
    }
  }

  static void clamp(float low, float high, long x, long y, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, y += VECTOR) {
      store(Curve.clamp(low, high, load(x)), y);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.clamp(low, high, load(x)), y, mask);
    }
  }

  static void clampGradient(float low, float high, long x, long dy, long dx, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, dy += VECTOR, dx += VECTOR) {
      store(Curve.clampGradient(low, high, load(x), load(dy)), dx);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.clampGradient(low, high, load(x), load(dy)), dx, mask);
    }
  }

  static void hardSwish(long x, long y, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, y += VECTOR) {
      store(Curve.hardSwish(load(x)), y);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.hardSwish(load(x)), y, mask);
    }
  }

  static void hardSwishGradient(long x, long dy, long dx, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, dy += VECTOR, dx += VECTOR) {
      store(Curve.hardSwishGradient(load(x), load(dy)), dx);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.hardSwishGradient(load(x), load(dy)), dx, mask);
    }
  }

  static void hardSigmoid(long x, long y, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, y += VECTOR) {
      store(Curve.gate(load(x)), y);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.gate(load(x)), y, mask);
    }
  }

  static void hardSigmoidGradient(long x, long dy, long dx, int count) {
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, x += VECTOR, dy += VECTOR, dx += VECTOR) {
      store(Curve.gateGradient(load(x), load(dy)), dx);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.gateGradient(load(x), load(dy)), dx, mask);
    }
  }

  static void sgd(
      long w, long dw, long velocity, int count, float rate, float momentum, float decay) {
    FloatVector keep = spread(momentum);
    FloatVector shrink = spread(decay);
    FloatVector back = spread(-rate);
    int i = 0;
    for (; i + COUNT <= count; i += COUNT, w += VECTOR, dw += VECTOR, velocity += VECTOR) {
      FloatVector weight = load(w);
      FloatVector v = load(velocity).fma(keep, weight.fma(shrink, load(dw)));
      store(v, velocity);
      store(v.fma(back, weight), w);
    }
    if (i < count) {
      VectorMask<Float> mask = below(i, count);
      FloatVector weight = load(w);
      FloatVector v = load(velocity).fma(keep, weight.fma(shrink, load(dw)));
      store(v, velocity, mask);
      store(v.fma(back, weight), w, mask);
    }
  }

  static void rmsProp(
      long w,
      long dw,
      long squares,
      long velocity,
      int count,
      float rate,
      float keep,
      float momentum,
      float epsilon,
      float decay) {
    FloatVector fresh = spread(1 - keep);
    FloatVector shrink = spread(decay);
    FloatVector floor = spread(epsilon);
    FloatVector inertia = spread(momentum);
    FloatVector speed = spread(rate);
    for (int i = 0; i < count; i += COUNT) {
      VectorMask<Float> mask = below(i, count);
      FloatVector weight = load(w);
      FloatVector g = weight.fma(shrink, load(dw));
      FloatVector before = load(squares);
      FloatVector s = g.mul(g).sub(before).fma(fresh, before);
      FloatVector v = load(velocity).fma(inertia, g.div(s.add(floor).sqrt()).mul(speed));
      store(s, squares, mask);
      store(v, velocity, mask);
      store(weight.sub(v), w, mask);
      w += VECTOR;
      dw += VECTOR;
      squares += VECTOR;
      velocity += VECTOR;
    }
  }

  static void average(long average, long x, int count, float share) {
    FloatVector way = spread(share);
    for (int i = 0; i < count; i += COUNT, average += VECTOR, x += VECTOR) {
      FloatVector before = load(average);
      store(load(x).sub(before).fma(way, before), average, below(i, count));
    }
  }

  /** Adds the rows {@code [rows, channels]} to {@code sums}. */
  static void columnSums(long x, long rows, int channels, long sums) {
    for (long row = 0; row < rows; row++) {
      add(sums, x + row * channels * Float.BYTES, channels);
    }
  }
}
