package io.scarlet.backend.reference;

import io.scarlet.space.blueprint.Activation;
import java.util.Arrays;

/** Batch norm over rows of channels, {@code [rows, C]}. */
public final class Norms {

  private static final double ROUNDING = 1e-4;

  /** Gradients by what they are of. */
  public static final class Gradients {
    private final double[] x;
    private final double[] scale;
    private final double[] shift;

    private Gradients(double[] x, double[] scale, double[] shift) {
      this.x = x;
      this.scale = scale;
      this.shift = shift;
    }

    public double[] x() {
      return x;
    }

    public double[] scale() {
      return scale;
    }

    public double[] shift() {
      return shift;
    }
  }

  private Norms() {}

  public static double[] mean(int channels, double[] x) {
    double[] mean = new double[channels];
    for (int i = 0; i < x.length; i++) {
      mean[i % channels] += x[i] * channels / x.length;
    }
    return mean;
  }

  /** Biased. */
  public static double[] variance(int channels, double[] x) {
    double[] mean = mean(channels, x);
    double[] squares = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      squares[i] = (x[i] - mean[i % channels]) * (x[i] - mean[i % channels]);
    }
    return mean(channels, squares);
  }

  public static double[] forward(
      Activation activation,
      double[] x,
      double[] mean,
      double[] variance,
      double[] scale,
      double[] shift,
      double epsilon) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = i % scale.length;
      double normal = (x[i] - mean[c]) / Math.sqrt(variance[c] + epsilon);
      y[i] = Curves.value(activation, normal * scale[c] + shift[c]);
    }
    return y;
  }

  /** The way back where the moments are those of {@code x}. */
  public static Gradients backward(
      Activation activation,
      double[] x,
      double[] scale,
      double[] shift,
      double epsilon,
      double[] dy) {
    int channels = scale.length;
    int rows = x.length / channels;
    double[] mean = mean(channels, x);
    double[] variance = variance(channels, x);
    double[] normal = new double[x.length];
    double[] g = new double[x.length];
    double[] dScale = new double[channels];
    double[] dShift = new double[channels];
    for (int i = 0; i < x.length; i++) {
      int c = i % channels;
      normal[i] = (x[i] - mean[c]) / Math.sqrt(variance[c] + epsilon);
      g[i] = dy[i] * Curves.derivative(activation, normal[i] * scale[c] + shift[c]);
      dScale[c] += g[i] * normal[i];
      dShift[c] += g[i];
    }
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = i % channels;
      double centred = g[i] - dShift[c] / rows - normal[i] * dScale[c] / rows;
      dx[i] = scale[c] / Math.sqrt(variance[c] + epsilon) * centred;
    }
    return new Gradients(dx, dScale, dShift);
  }

  /** Whether rounding cannot carry a value over a jump of the activation's derivative. */
  public static boolean isSmooth(
      Activation activation, double[] x, double[] scale, double[] shift, double epsilon) {
    int channels = scale.length;
    double[] mean = mean(channels, x);
    double[] variance = variance(channels, x);
    return Arrays.stream(forward(Activation.NONE, x, mean, variance, scale, shift, epsilon))
        .allMatch(t -> Curves.distanceFromJump(activation, t) > ROUNDING);
  }
}
