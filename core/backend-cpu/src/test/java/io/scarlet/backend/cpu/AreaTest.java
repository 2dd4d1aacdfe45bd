package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;

import io.scarlet.backend.reference.Shapes;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;

/** Kernels between the features of a picture and one value a channel. */
@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class AreaTest {

  private static final double SHARE = 1e-5;
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterContainer
  static void close() {
    BACKEND.close();
  }

  private static int channels(Shapes.Pictures pictures) {
    return pictures.map().channels();
  }

  /** Which value of {@code [N, C]} belongs to a value of {@code [N, H, W, C]}. */
  private static int row(Shapes.Pictures pictures, int index) {
    int picture = index / Math.toIntExact(pictures.map().size());
    return picture * channels(pictures) + index % channels(pictures);
  }

  @Property(tries = 80)
  void poolingTakesTheMeanOfEachPicture(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    double[] expected = new double[pictures.n() * channels(pictures)];
    for (int i = 0; i < x.length; i++) {
      expected[row(pictures, i)] += (double) x[i] / pictures.map().area();
    }
    Tensor y = BACKEND.allocate(expected.length);
    BACKEND.averagePool(pictures.map(), pictures.n(), tensor(BACKEND, x), y);
    assertClose(y, expected, SHARE);
  }

  @Property(tries = 80)
  void poolingSpreadsItsGradientEvenly(@ForAll Shapes.Pictures pictures) {
    float[] dy = normal((long) pictures.n() * channels(pictures), 1);
    double[] expected = new double[Math.toIntExact(pictures.size())];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (double) dy[row(pictures, i)] / pictures.map().area();
    }
    Tensor dx = BACKEND.allocate(expected.length);
    BACKEND.averagePoolGradient(pictures.map(), pictures.n(), tensor(BACKEND, dy), dx);
    assertClose(dx, expected, SHARE);
  }

  @Property(tries = 80)
  void aGateScalesItsChannelOfItsPicture(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    float[] gate = normal((long) pictures.n() * channels(pictures), 2);
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = (double) x[i] * gate[row(pictures, i)];
    }
    Tensor y = BACKEND.allocate(x.length);
    BACKEND.scale(pictures.map(), pictures.n(), tensor(BACKEND, x), tensor(BACKEND, gate), y);
    assertClose(y, expected, SHARE);
  }

  @Property(tries = 80)
  void aGateCollectsTheGradientOfItsChannel(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    float[] gate = normal((long) pictures.n() * channels(pictures), 2);
    float[] dy = normal(pictures.size(), 3);
    double[] ofInput = new double[x.length];
    double[] ofGate = new double[gate.length];
    for (int i = 0; i < x.length; i++) {
      ofInput[i] = (double) dy[i] * gate[row(pictures, i)];
      ofGate[row(pictures, i)] += (double) dy[i] * x[i];
    }
    Tensor dx = BACKEND.allocate(x.length);
    Tensor dGate = BACKEND.allocate(gate.length);
    BACKEND.scaleGradient(
        pictures.map(),
        pictures.n(),
        tensor(BACKEND, x),
        tensor(BACKEND, gate),
        tensor(BACKEND, dy),
        dx,
        dGate);
    assertClose(dx, ofInput, SHARE);
    assertClose(dGate, ofGate, SHARE);
  }
}
