package io.scarlet.backend.reference;

import io.scarlet.space.blueprint.Activation;

/** Activations by their definitions. */
public final class Curves {

  private Curves() {}

  public static double value(Activation activation, double t) {
    return switch (activation) {
      case NONE -> t;
      case RELU -> Math.max(t, 0);
      case RELU6 -> Math.min(Math.max(t, 0), 6);
      case HSWISH -> t * hardSigmoid(t);
    };
  }

  /** At a kink the derivative from the flat side; h-swish is 0 at -3 and 1 at 3. */
  public static double derivative(Activation activation, double t) {
    return switch (activation) {
      case NONE -> 1;
      case RELU -> t > 0 ? 1 : 0;
      case RELU6 -> t > 0 && t < 6 ? 1 : 0;
      case HSWISH -> t <= -3 ? 0 : t >= 3 ? 1 : (2 * t + 3) / 6;
    };
  }

  /** How far a value is from the next place where the derivative jumps. */
  public static double distanceFromJump(Activation activation, double t) {
    return switch (activation) {
      case NONE -> Double.POSITIVE_INFINITY;
      case RELU -> Math.abs(t);
      case RELU6 -> Math.min(Math.abs(t), Math.abs(t - 6));
      case HSWISH -> Math.min(Math.abs(t + 3), Math.abs(t - 3));
    };
  }

  public static double hardSigmoid(double t) {
    return Math.min(Math.max(t + 3, 0), 6) / 6;
  }

  public static double hardSigmoidDerivative(double t) {
    return t > -3 && t < 3 ? 1.0 / 6 : 0;
  }
}
