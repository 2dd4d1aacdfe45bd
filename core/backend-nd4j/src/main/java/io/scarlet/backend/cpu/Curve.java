package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.ZERO;
import static io.scarlet.backend.cpu.Lanes.spread;

import io.scarlet.space.blueprint.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Activations and their derivatives, a vector at a time. */
final class Curve {

  private static final float SIX = 6;
  private static final float THREE = 3;

  private Curve() {}

  static FloatVector value(Activation activation, FloatVector t) {
    return switch (activation) {
      case NONE -> t;
      case RELU -> t.max(ZERO);
      case RELU6 -> t.max(ZERO).min(spread(SIX));
      case HSWISH -> t.mul(gate(t));
    };
  }

  /** {@code g * activation'(t)}. */
  static FloatVector gradient(Activation activation, FloatVector t, FloatVector g) {
    return switch (activation) {
      case NONE -> g;
      case RELU -> ZERO.blend(g, t.compare(VectorOperators.GT, 0));
      case RELU6 ->
          ZERO.blend(g, t.compare(VectorOperators.GT, 0).and(t.compare(VectorOperators.LT, SIX)));
      case HSWISH -> {
        FloatVector rising = g.mul(t.mul(2f).add(THREE).mul(1 / SIX));
        FloatVector inner = ZERO.blend(rising, t.compare(VectorOperators.GT, -THREE));
        yield inner.blend(g, t.compare(VectorOperators.GE, THREE));
      }
    };
  }

  /** {@code relu6(t + 3) / 6}. */
  static FloatVector gate(FloatVector t) {
    return t.add(THREE).max(ZERO).min(spread(SIX)).mul(1 / SIX);
  }

  /** {@code g / 6} where the gate rises. */
  static FloatVector gateGradient(FloatVector t, FloatVector g) {
    return ZERO.blend(
        g.mul(1 / SIX),
        t.compare(VectorOperators.GT, -THREE).and(t.compare(VectorOperators.LT, THREE)));
  }
}
