package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.backend.reference.Convolutions;
import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class ConvolutionTest {

  private static final double SHARE = 1e-5;
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterContainer
  static void close() {
    BACKEND.close();
  }

  private static float[] weights(Operator.Convolution op) {
    return normal((long) op.kernel() * op.kernel() * op.in().channels() * op.filters(), 2);
  }

  @Property(tries = 80)
  void aConvolutionIsTheSumOverItsWindow(@ForAll Shapes.Dense dense) {
    Operator.Convolution op = dense.op();
    float[] x = normal(dense.n() * op.in().size(), 1);
    float[] bias = normal(op.filters(), 3);
    Tensor y = BACKEND.allocate(dense.n() * op.out().size());
    BACKEND.fill(y, Float.NaN);
    BACKEND.convolution(
        op, dense.n(), tensor(BACKEND, x), tensor(BACKEND, weights(op)), tensor(BACKEND, bias), y);
    double[] expected =
        Convolutions.forward(op, dense.n(), exact(x), exact(weights(op)), exact(bias));
    assertClose(y, expected, SHARE);
  }

  @Property(tries = 80)
  void theGradientOfTheInputCollectsFromEveryWindowItLiesIn(@ForAll Shapes.Dense dense) {
    Operator.Convolution op = dense.op();
    float[] dy = normal(dense.n() * op.out().size(), 4);
    Tensor dx = BACKEND.allocate(dense.n() * op.in().size());
    BACKEND.fill(dx, Float.NaN);
    BACKEND.convolutionInputGradient(
        op, dense.n(), tensor(BACKEND, weights(op)), tensor(BACKEND, dy), dx);
    double[] expected = Convolutions.inputGradient(op, dense.n(), exact(weights(op)), exact(dy));
    assertClose(dx, expected, SHARE);
  }

  @Property(tries = 80)
  void theGradientOfTheWeightsIsWrittenOrAdded(
      @ForAll Shapes.Dense dense, @ForAll boolean accumulate) {
    Operator.Convolution op = dense.op();
    float[] x = normal(dense.n() * op.in().size(), 1);
    float[] dy = normal(dense.n() * op.out().size(), 4);
    float[] before = normal(weights(op).length, 5);
    Tensor dw = tensor(BACKEND, before);
    BACKEND.convolutionWeightGradient(
        op, dense.n(), tensor(BACKEND, x), tensor(BACKEND, dy), dw, accumulate);
    double[] expected = Convolutions.weightGradient(op, dense.n(), exact(x), exact(dy));
    for (int i = 0; accumulate && i < expected.length; i++) {
      expected[i] += before[i];
    }
    assertClose(dw, expected, SHARE);
  }

  @Property(tries = 80)
  void theGradientOfABiasIsTheSumOverAllPlaces(
      @ForAll Shapes.Pictures pictures, @ForAll boolean accumulate) {
    int channels = pictures.map().channels();
    float[] dy = normal(pictures.size(), 1);
    float[] before = normal(channels, 2);
    double[] expected = accumulate ? exact(before) : new double[channels];
    for (int i = 0; i < dy.length; i++) {
      expected[i % channels] += dy[i];
    }
    Tensor db = tensor(BACKEND, before);
    BACKEND.biasGradient(dy.length / channels, channels, tensor(BACKEND, dy), db, accumulate);
    assertClose(db, expected, SHARE);
  }

  @Test
  void aTensorThatIsTooSmallIsRefusedAndNotOverrun() {
    var op = new Operator.Convolution(new FeatureMap(4, 4, 3), 5, 3, 1, false);
    Tensor x = BACKEND.allocate(op.in().size());
    Tensor w = BACKEND.allocate(op.parameters());
    Tensor y = BACKEND.allocate(op.out().size() - 1);
    assertThatThrownBy(() -> BACKEND.convolution(op, 1, x, w, BACKEND.allocate(0), y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too small for 80");
    assertThat(y.toArray()).containsOnly(0);
  }
}
