package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.zero;

import io.scarlet.space.blueprint.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Activations and their derivatives, a vector at a time. All but h-swish are clamps between two
 * bounds, so that one loop without a choice in it serves them.
 */
final class Curve {

  private static final float SIX = 6;
  private static final float THREE = 3;

  private Curve() {}

  /** The lower bound of a clamp. */
  static float low(Activation activation) {
    return switch (activation) {
      case NONE -> Float.NEGATIVE_INFINITY;
      case RELU, RELU6 -> 0;
      case HSWISH -> throw new IllegalArgumentException("h-swish is not a clamp");
    };
  }

  /** The upper bound of a clamp. */
  static float high(Activation activation) {
    return activation == Activation.RELU6 ? SIX : Float.POSITIVE_INFINITY;
  }

  /**
   * Compares and blends: the operations min and max also order zeros, which costs some processors.
   */
  static FloatVector clamp(float low, float high, FloatVector t) {
    FloatVector above = t.blend(low, t.compare(VectorOperators.LT, low));
    return above.blend(high, above.compare(VectorOperators.GT, high));
  }

  /** {@code g} where the clamp lets {@code t} through. */
  static FloatVector clampGradient(float low, float high, FloatVector t, FloatVector g) {
    return zero()
        .blend(g, t.compare(VectorOperators.GT, low).and(t.compare(VectorOperators.LT, high)));
  }

  /** {@code t * relu6(t + 3) / 6}. */
  static FloatVector hardSwish(FloatVector t) {
    return t.mul(gate(t));
  }

  /** {@code g} times the derivative of h-swish. */
  static FloatVector hardSwishGradient(FloatVector t, FloatVector g) {
    FloatVector rising = g.mul(t.mul(2f).add(THREE).mul(1 / SIX));
    FloatVector inner = zero().blend(rising, t.compare(VectorOperators.GT, -THREE));
    return inner.blend(g, t.compare(VectorOperators.GE, THREE));
  }

  /** {@code relu6(t + 3) / 6}. */
  static FloatVector gate(FloatVector t) {
    return clamp(0, SIX, t.add(THREE)).mul(1 / SIX);
  }

  /** {@code g / 6} where the gate rises. */
  static FloatVector gateGradient(FloatVector t, FloatVector g) {
    return clampGradient(-THREE, THREE, t, g.mul(1 / SIX));
  }
}
