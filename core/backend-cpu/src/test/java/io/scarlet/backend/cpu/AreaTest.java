package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;

import io.scarlet.backend.reference.Areas;
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

  private static float[] values(Shapes.Pictures pictures) {
    return normal((long) pictures.n() * pictures.map().channels(), 2);
  }

  @Property(tries = 80)
  void poolingTakesTheMeanOfEachPicture(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    Tensor y = BACKEND.allocate(values(pictures).length);
    BACKEND.averagePool(pictures.map(), pictures.n(), tensor(BACKEND, x), y);
    assertClose(y, Areas.pool(pictures.map(), pictures.n(), exact(x)), SHARE);
  }

  @Property(tries = 80)
  void poolingSpreadsItsGradientEvenly(@ForAll Shapes.Pictures pictures) {
    float[] dy = values(pictures);
    Tensor dx = BACKEND.allocate(pictures.size());
    BACKEND.averagePoolGradient(pictures.map(), pictures.n(), tensor(BACKEND, dy), dx);
    assertClose(dx, Areas.spread(pictures.map(), pictures.n(), exact(dy)), SHARE);
  }

  @Property(tries = 80)
  void aGateScalesItsChannelOfItsPicture(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    float[] gate = values(pictures);
    Tensor y = BACKEND.allocate(x.length);
    BACKEND.scale(pictures.map(), pictures.n(), tensor(BACKEND, x), tensor(BACKEND, gate), y);
    assertClose(y, Areas.scale(pictures.map(), exact(x), exact(gate)), SHARE);
  }

  @Property(tries = 80)
  void aGateCollectsTheGradientOfItsChannel(@ForAll Shapes.Pictures pictures) {
    float[] x = normal(pictures.size(), 1);
    float[] gate = values(pictures);
    float[] dy = normal(pictures.size(), 3);
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
    assertClose(dx, Areas.scale(pictures.map(), exact(dy), exact(gate)), SHARE);
    assertClose(
        dGate, Areas.gateGradient(pictures.map(), pictures.n(), exact(x), exact(dy)), SHARE);
  }
}
