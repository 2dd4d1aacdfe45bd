package io.scarlet.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;

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
    assertThat(actual).hasSize(expected.length);
    double largest = 1;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= share * largest)) {
        throw new AssertionError(
            "value %d of %d is %s, not %s; the largest is %s"
                .formatted(i, actual.length, actual[i], expected[i], largest));
      }
    }
  }

  public static void assertClose(Tensor actual, double[] expected, double share) {
    assertClose(actual.toArray(), expected, share);
  }
}
