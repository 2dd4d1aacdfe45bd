package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;

/** An activation by itself. */
final class ActivationLayer implements Layer {

  private final Operator.Activate op;
  private Tensor x;

  ActivationLayer(Operator.Activate op, Tensor none) {
    this.op = op;
    x = none;
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    this.x = x;
    Tensor y = pass.buffers().take(x.size());
    pass.backend().activate(op.activation(), x, y);
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    Tensor dx = pass.buffers().take(dy.size());
    pass.backend().activateGradient(op.activation(), x, dy, dx);
    pass.buffers().release(dy);
    return dx;
  }
}
