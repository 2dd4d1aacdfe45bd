package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** Global average pooling. */
record PoolLayer(Operator.GlobalAveragePool op) implements Layer {

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    Tensor y = pass.buffers().take((long) pass.n() * op.in().channels());
    pass.backend().averagePool(op.in(), pass.n(), x, y);
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    Tensor dx = pass.buffers().take(pass.n() * op.in().size());
    pass.backend().averagePoolGradient(op.in(), pass.n(), dy, dx);
    pass.buffers().release(dy);
    return dx;
  }
}
