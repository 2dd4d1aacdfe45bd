package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.spread;
import static io.scarlet.backend.cpu.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Kernels that treat every value alike. Counts are values, addresses bytes. */
final class Elementwise {

  private static final long VECTOR = (long) COUNT * Float.BYTES;

  private Elementwise() {}

  static void add(long x, long y, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, y += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(load(x, mask).add(load(y, mask)), x, mask);
    }
  }

  static void clamp(float low, float high, long x, long y, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, y += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(load(x, mask).max(low).min(high), y, mask);
    }
  }

  static void clampGradient(float low, float high, long x, long dy, long dx, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, dy += VECTOR, dx += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.clampGradient(low, high, load(x, mask), load(dy, mask)), dx, mask);
    }
  }

  static void hardSwish(long x, long y, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, y += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.hardSwish(load(x, mask)), y, mask);
    }
  }

  static void hardSwishGradient(long x, long dy, long dx, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, dy += VECTOR, dx += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.hardSwishGradient(load(x, mask), load(dy, mask)), dx, mask);
    }
  }

  static void hardSigmoid(long x, long y, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, y += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.gate(load(x, mask)), y, mask);
    }
  }

  static void hardSigmoidGradient(long x, long dy, long dx, int count) {
    for (int i = 0; i < count; i += COUNT, x += VECTOR, dy += VECTOR, dx += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      store(Curve.gateGradient(load(x, mask), load(dy, mask)), dx, mask);
    }
  }

  static void sgd(
      long w, long dw, long velocity, int count, float rate, float momentum, float decay) {
    FloatVector keep = spread(momentum);
    FloatVector shrink = spread(decay);
    FloatVector back = spread(-rate);
    for (int i = 0; i < count; i += COUNT, w += VECTOR, dw += VECTOR, velocity += VECTOR) {
      VectorMask<Float> mask = below(i, count);
      FloatVector weight = load(w, mask);
      FloatVector v = load(velocity, mask).fma(keep, weight.fma(shrink, load(dw, mask)));
      store(v, velocity, mask);
      store(v.fma(back, weight), w, mask);
    }
  }
}
