package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Dropout (Srivastava et al., JMLR 2014): kept values grow by {@code 1 / (1 - rate)}. */
final class DropoutLayer implements Layer {

  private final Operator.Dropout op;
  private Tensor mask;

  DropoutLayer(Operator.Dropout op, Tensor none) {
    this.op = op;
    mask = none;
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    if (pass.phase() != Phase.TRAIN || op.rate() == 0) {
      return x;
    }
    float[] kept = new float[Math.toIntExact(x.size())];
    float growth = (float) (1 / (1 - op.rate()));
    for (int i = 0; i < kept.length; i++) {
      kept[i] = pass.draws().uniform(i) < op.rate() ? 0 : growth;
    }
    mask = pass.buffers().take(x.size());
    mask.write(kept);
    Tensor y = pass.buffers().take(x.size());
    pass.backend().scale(everyValue(x), 1, x, mask, y);
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    if (op.rate() == 0) {
      return dy;
    }
    Tensor dx = pass.buffers().take(dy.size());
    pass.backend().scale(everyValue(dy), 1, dy, mask, dx);
    pass.buffers().release(dy);
    return dx;
  }

  private static FeatureMap everyValue(Tensor x) {
    return new FeatureMap(1, 1, Math.toIntExact(x.size()));
  }
}
