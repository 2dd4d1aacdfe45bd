package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;

import io.scarlet.backend.reference.Convolutions;
import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;

@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class DepthwiseTest {

  private static final double SHARE = 1e-5;
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterContainer
  static void close() {
    BACKEND.close();
  }

  @Property(tries = 80)
  void eachChannelIsConvolvedByItself(@ForAll Shapes.Depthwise depthwise) {
    Operator.DepthwiseConvolution op = depthwise.op();
    int n = depthwise.n();
    float[] x = normal(n * op.in().size(), 1);
    float[] w = normal(op.parameters(), 2);
    Tensor y = BACKEND.allocate(n * op.out().size());
    BACKEND.fill(y, Float.NaN);
    BACKEND.depthwise(op, n, tensor(BACKEND, x), tensor(BACKEND, w), y);
    assertClose(y, Convolutions.forward(op, n, exact(x), exact(w)), SHARE);
  }

  @Property(tries = 80)
  void theGradientOfTheInputCollectsFromEveryWindowItLiesIn(@ForAll Shapes.Depthwise depthwise) {
    Operator.DepthwiseConvolution op = depthwise.op();
    int n = depthwise.n();
    float[] dy = normal(n * op.out().size(), 1);
    float[] w = normal(op.parameters(), 2);
    Tensor dx = BACKEND.allocate(n * op.in().size());
    BACKEND.fill(dx, Float.NaN);
    BACKEND.depthwiseInputGradient(op, n, tensor(BACKEND, w), tensor(BACKEND, dy), dx);
    assertClose(dx, Convolutions.inputGradient(op, n, exact(w), exact(dy)), SHARE);
  }

  @Property(tries = 80)
  void theGradientOfTheWeightsIsWrittenOrAdded(
      @ForAll Shapes.Depthwise depthwise, @ForAll boolean accumulate) {
    Operator.DepthwiseConvolution op = depthwise.op();
    int n = depthwise.n();
    float[] x = normal(n * op.in().size(), 1);
    float[] dy = normal(n * op.out().size(), 2);
    float[] before = normal(op.parameters(), 3);
    Tensor dw = tensor(BACKEND, before);
    BACKEND.depthwiseWeightGradient(op, n, tensor(BACKEND, x), tensor(BACKEND, dy), dw, accumulate);
    double[] expected = Convolutions.weightGradient(op, n, exact(x), exact(dy));
    for (int i = 0; accumulate && i < expected.length; i++) {
      expected[i] += before[i];
    }
    assertClose(dw, expected, SHARE);
  }
}
