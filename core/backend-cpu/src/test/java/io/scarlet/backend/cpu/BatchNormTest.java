package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.backend.reference.Norms;
import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;
import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class BatchNormTest {

  private static final double SHARE = 1e-4;
  private static final float EPSILON = 1e-5f;
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterContainer
  static void close() {
    BACKEND.close();
  }

  private static Moments measured(Shapes.Pictures pictures, Tensor x) {
    int channels = pictures.map().channels();
    Moments moments = new Moments(BACKEND.allocate(channels), BACKEND.allocate(channels));
    BACKEND.moments(pictures.map(), pictures.n(), x, moments.mean(), moments.variance());
    return moments;
  }

  /** Wide enough that every activation bends some of the values. */
  private static float[] scales(int channels) {
    return normal(channels, 2, 3);
  }

  private static float[] shifts(int channels) {
    return normal(channels, 3, 2);
  }

  @Property(tries = 80)
  void momentsAreThoseOfEachChannel(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    Moments moments = measured(pictures, tensor(BACKEND, x));
    int channels = pictures.map().channels();
    assertClose(moments.mean(), Norms.mean(channels, exact(x)), SHARE);
    assertClose(moments.variance(), Norms.variance(channels, exact(x)), SHARE);
  }

  @Test
  void aMeanFarFromZeroDoesNotSwallowTheVariance() {
    Shapes.Pictures pictures = new Shapes.Pictures(8, new FeatureMap(8, 8, 3));
    float[] x = normal(pictures.size(), 1);
    for (int i = 0; i < x.length; i++) {
      x[i] += 1_000;
    }
    Moments moments = measured(pictures, tensor(BACKEND, x));
    assertClose(moments.variance(), Norms.variance(3, exact(x)), SHARE);
  }

  @Test
  void equalValuesHaveNoVarianceAndAFiniteNorm() {
    Shapes.Pictures pictures = new Shapes.Pictures(2, new FeatureMap(3, 3, 5));
    float[] x = new float[Math.toIntExact(pictures.size())];
    Arrays.fill(x, 0.1f);
    Tensor constant = tensor(BACKEND, x);
    Moments moments = measured(pictures, constant);
    assertThat(moments.variance().toArray()).containsOnly(0);
    Tensor one = tensor(BACKEND, new float[] {1, 1, 1, 1, 1});
    Tensor zero = BACKEND.allocate(5);
    Tensor y = BACKEND.allocate(x.length);
    var op = new Operator.BatchNorm(pictures.map(), Activation.NONE);
    BACKEND.batchNorm(op, 2, constant, moments, one, zero, EPSILON, y);
    for (float value : y.toArray()) {
      assertThat(value).isCloseTo(0, within(1e-4f));
    }
  }

  @Property(tries = 80)
  void aBatchNormShiftsAndScalesBeforeItsActivation(
      @ForAll Shapes.Pictures pictures, @ForAll Activation activation) {
    int channels = pictures.map().channels();
    float[] x = normal(pictures.size(), 1);
    float[] mean = normal(channels, 4);
    float[] variance = normal(channels, 5);
    for (int c = 0; c < channels; c++) {
      variance[c] = 0.1f + variance[c] * variance[c];
    }
    Tensor y = BACKEND.allocate(x.length);
    BACKEND.fill(y, Float.NaN);
    BACKEND.batchNorm(
        new Operator.BatchNorm(pictures.map(), activation),
        pictures.n(),
        tensor(BACKEND, x),
        new Moments(tensor(BACKEND, mean), tensor(BACKEND, variance)),
        tensor(BACKEND, scales(channels)),
        tensor(BACKEND, shifts(channels)),
        EPSILON,
        y);
    double[] expected =
        Norms.forward(
            activation,
            exact(x),
            exact(mean),
            exact(variance),
            exact(scales(channels)),
            exact(shifts(channels)),
            EPSILON);
    assertClose(y, expected, SHARE);
  }

  @Property(tries = 80)
  void theGradientGoesThroughTheMomentsToo(
      @ForAll Shapes.Pictures pictures, @ForAll Activation activation, @ForAll boolean accumulate) {
    Assume.that(pictures.n() * pictures.map().area() >= 8);
    int channels = pictures.map().channels();
    float[] x = normal(pictures.size(), 1);
    double[] scale = exact(scales(channels));
    double[] shift = exact(shifts(channels));
    Assume.that(Norms.isSmooth(activation, exact(x), scale, shift, EPSILON));
    float[] dy = normal(pictures.size(), 6);
    float[] before = normal(channels, 7);
    Tensor features = tensor(BACKEND, x);
    Tensor dx = BACKEND.allocate(x.length);
    BACKEND.fill(dx, Float.NaN);
    Tensor dScale = tensor(BACKEND, before);
    Tensor dShift = tensor(BACKEND, before);
    BACKEND.batchNormGradient(
        new Operator.BatchNorm(pictures.map(), activation),
        pictures.n(),
        features,
        measured(pictures, features),
        tensor(BACKEND, scales(channels)),
        tensor(BACKEND, shifts(channels)),
        EPSILON,
        tensor(BACKEND, dy),
        dx,
        dScale,
        dShift,
        accumulate);
    Norms.Gradients expected =
        Norms.backward(activation, exact(x), scale, shift, EPSILON, exact(dy));
    for (int c = 0; accumulate && c < channels; c++) {
      expected.scale()[c] += before[c];
      expected.shift()[c] += before[c];
    }
    assertClose(dx, expected.x(), SHARE);
    assertClose(dScale, expected.scale(), SHARE);
    assertClose(dShift, expected.shift(), SHARE);
  }
}
