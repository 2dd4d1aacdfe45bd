package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;

import io.scarlet.space.blueprint.Activation;
import jdk.incubator.vector.FloatVector;

/**
 * Moves places of one vector of channels next to each other, normalised on the way. Places are read
 * {@code step} bytes apart and written one vector after the other; {@code block} is the vector of
 * channels that they have.
 */
final class Strips {

  private Strips() {}

  static void copy(long x, long step, long to, int count) {
    for (int i = 0; i < count; i++) {
      store(load(x), to);
      x += step;
      to += VECTOR;
    }
  }

  /** Features behind a norm. */
  static void normed(NormTable table, int block, long x, long step, long to, int count) {
    FloatVector slope = load(table.slopes() + block * VECTOR);
    FloatVector offset = load(table.offsets() + block * VECTOR);
    if (table.activation() == Activation.HSWISH) {
      for (int i = 0; i < count; i++) {
        store(Curve.hardSwish(load(x).fma(slope, offset)), to);
        x += step;
        to += VECTOR;
      }
      return;
    }
    float low = Curve.low(table.activation());
    float high = Curve.high(table.activation());
    for (int i = 0; i < count; i++) {
      store(Curve.clamp(low, high, load(x).fma(slope, offset)), to);
      x += step;
      to += VECTOR;
    }
  }

  /** A gradient taken through a norm. */
  static void throughNorm(
      NormTable table, int block, long x, long behind, long step, long to, int count) {
    FloatVector slope = load(table.slopes() + block * VECTOR);
    FloatVector offset = load(table.offsets() + block * VECTOR);
    FloatVector ofGradient = load(table.ofGradient() + block * VECTOR);
    FloatVector ofInput = load(table.ofInput() + block * VECTOR);
    FloatVector constant = load(table.constants() + block * VECTOR);
    if (table.activation() == Activation.HSWISH) {
      for (int i = 0; i < count; i++) {
        FloatVector value = load(x);
        FloatVector g = Curve.hardSwishGradient(value.fma(slope, offset), load(behind));
        store(g.fma(ofGradient, value.fma(ofInput, constant)), to);
        x += step;
        behind += step;
        to += VECTOR;
      }
      return;
    }
    float low = Curve.low(table.activation());
    float high = Curve.high(table.activation());
    for (int i = 0; i < count; i++) {
      FloatVector value = load(x);
      FloatVector g = Curve.clampGradient(low, high, value.fma(slope, offset), load(behind));
      store(g.fma(ofGradient, value.fma(ofInput, constant)), to);
      x += step;
      behind += step;
      to += VECTOR;
    }
  }
}
