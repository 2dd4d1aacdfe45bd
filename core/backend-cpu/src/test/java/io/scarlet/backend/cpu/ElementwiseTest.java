package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.backend.reference.Curves;
import io.scarlet.backend.reference.Expected;
import io.scarlet.backend.reference.Kernels;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

class ElementwiseTest {

  private static final double SHARE = 1e-6;
  private static final double SHARE_OF_A_ROOT = 3e-6;
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterContainer
  static void close() {
    BACKEND.close();
  }

  private static double[] each(float[] values, DoubleUnaryOperator function) {
    return Arrays.stream(exact(values)).map(function).toArray();
  }

  private static double[] product(float[] values, double[] factors) {
    double[] product = exact(values);
    Arrays.setAll(product, i -> product[i] * factors[i]);
    return product;
  }

  /** Some values of every stretch of every curve, and every kink. */
  private static float[] stretches(int size) {
    float[] values = normal(size, 1, 4);
    float[] kinks = {0, 6, -3, 3};
    System.arraycopy(kinks, 0, values, 0, Math.min(size, kinks.length));
    return values;
  }

  @Property(tries = 60)
  void anActivationBendsEachValue(
      @ForAll Activation activation, @ForAll @IntRange(min = 1, max = 200) int size) {
    float[] x = stretches(size);
    Tensor y = BACKEND.allocate(size);
    BACKEND.activate(activation, tensor(BACKEND, x), y);
    assertClose(y, each(x, t -> Curves.value(activation, t)), SHARE);
  }

  @Property(tries = 60)
  void anActivationPassesGradientsByItsSlope(
      @ForAll Activation activation, @ForAll @IntRange(min = 1, max = 200) int size) {
    float[] x = stretches(size);
    float[] dy = normal(size, 2);
    Tensor dx = BACKEND.allocate(size);
    BACKEND.activateGradient(activation, tensor(BACKEND, x), tensor(BACKEND, dy), dx);
    assertClose(dx, product(dy, each(x, t -> Curves.derivative(activation, t))), SHARE);
  }

  @Property(tries = 60)
  void aHardSigmoidIsAClampedLine(@ForAll @IntRange(min = 1, max = 200) int size) {
    float[] x = stretches(size);
    float[] dy = normal(size, 2);
    Tensor y = BACKEND.allocate(size);
    Tensor dx = BACKEND.allocate(size);
    BACKEND.hardSigmoid(tensor(BACKEND, x), y);
    BACKEND.hardSigmoidGradient(tensor(BACKEND, x), tensor(BACKEND, dy), dx);
    assertClose(y, each(x, Curves::hardSigmoid), SHARE);
    assertClose(dx, product(dy, each(x, Curves::hardSigmoidDerivative)), SHARE);
  }

  /** Sizes with and without a remainder of a vector; see also its pieces in ThreadCountTest. */
  @Property(tries = 60)
  void updatesAndAveragesAgreeWithPlainLoops(@ForAll @IntRange(min = 1, max = 200) int size) {
    Map<String, float[]> got = Kernels.updates(BACKEND, size);
    Expected.updates(size)
        .forEach((name, values) -> assertClose(got.get(name), values, SHARE_OF_A_ROOT));
  }

  @Property(tries = 40)
  void addingTouchesNoValueBeyondThePart(@ForAll @IntRange(min = 1, max = 70) int size) {
    Tensor memory = BACKEND.allocate(size + 40L);
    BACKEND.fill(memory, 1);
    Tensor part = memory.part(20, size);
    BACKEND.add(part, tensor(BACKEND, normal(size, 1)));
    assertClose(part, each(normal(size, 1), t -> t + 1), SHARE);
    assertThat(memory.part(0, 20).toArray()).containsOnly(1);
    assertThat(memory.part(20L + size, 20).toArray()).containsOnly(1);
  }
}
