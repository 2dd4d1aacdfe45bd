package io.scarlet.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;
import java.util.Arrays;

/** Made values and how near two arrays are. */
public final class Values {

  private Values() {}

  /** Standard normal values, always the same for the same seed. */
  public static float[] normal(long size, long seed) {
    Draws draws = Draws.of(seed, "test");
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.normal(i);
    }
    return values;
  }

  public static float[] normal(long size, long seed, float deviation) {
    float[] values = normal(size, seed);
    for (int i = 0; i < values.length; i++) {
      values[i] *= deviation;
    }
    return values;
  }

  public static double[] exact(float[] values) {
    double[] exact = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      exact[i] = values[i];
    }
    return exact;
  }

  public static Tensor tensor(Backend backend, float[] values) {
    Tensor tensor = backend.allocate(values.length);
    tensor.write(values);
    return tensor;
  }

  /**
   * Demands that no value is off by more than a share of the largest expected one (or of 1, where
   * all are smaller).
   */
  public static void assertClose(float[] actual, double[] expected, double share) {
    assertWithin(actual, expected, share * Math.max(1, largest(expected)));
  }

  public static void assertClose(Tensor actual, double[] expected, double share) {
    assertClose(actual.toArray(), expected, share);
  }

  /**
   * Demands that no value is off by more than a share of the largest expected one (or of 0.01: some
   * gradients are zero but for rounding, that of a shift ahead of a batch norm for instance).
   */
  public static void assertRelativelyClose(float[] actual, float[] expected, double share) {
    assertWithin(actual, exact(expected), share * Math.max(0.01, largest(exact(expected))));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static void assertWithin(float[] actual, double[] expected, double distance) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= distance)) {
        throw new AssertionError(
            "value %d of %d is %s, not within %s of %s"
                .formatted(i, actual.length, actual[i], distance, expected[i]));
      }
    }
  }
}
