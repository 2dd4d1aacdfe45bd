package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.spread;
import static io.scarlet.backend.cpu.Lanes.store;
import static io.scarlet.backend.cpu.Lanes.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Kernels between one picture's features {@code [area, C]} and one value a channel {@code [C]}.
 *
 * @param area places
 * @param channels of both
 */
record AreaKernel(int area, int channels) {

  private long place() {
    return (long) channels * Float.BYTES;
  }

  void mean(long x, long y) {
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      long at = x + (long) c * Float.BYTES;
      FloatVector sum = zero();
      for (int i = 0; i < area; i++, at += place()) {
        sum = sum.add(load(at, mask));
      }
      store(sum.mul(1f / area), y + (long) c * Float.BYTES, mask);
    }
  }

  void spreadMean(long dy, long dx) {
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      FloatVector share = load(dy + (long) c * Float.BYTES, mask).mul(spread(1f / area));
      long at = dx + (long) c * Float.BYTES;
      for (int i = 0; i < area; i++, at += place()) {
        store(share, at, mask);
      }
    }
  }

  void scale(long x, long gate, long y) {
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      FloatVector factor = load(gate + (long) c * Float.BYTES, mask);
      long at = (long) c * Float.BYTES;
      for (int i = 0; i < area; i++, at += place()) {
        store(load(x + at, mask).mul(factor), y + at, mask);
      }
    }
  }

  void scaleGradient(long x, long gate, long dy, long dx, long dGate) {
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      FloatVector factor = load(gate + (long) c * Float.BYTES, mask);
      FloatVector sum = zero();
      long at = (long) c * Float.BYTES;
      for (int i = 0; i < area; i++, at += place()) {
        FloatVector g = load(dy + at, mask);
        sum = load(x + at, mask).fma(g, sum);
        store(g.mul(factor), dx + at, mask);
      }
      store(sum, dGate + (long) c * Float.BYTES, mask);
    }
  }
}
