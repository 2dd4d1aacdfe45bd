package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Tensor;
import java.util.List;

/** A batch norm that follows no convolution. */
final class BatchNormLayer implements Layer {

  private final BatchNorm norm;
  private Tensor x;

  BatchNormLayer(BatchNorm norm) {
    this.norm = norm;
    x = norm.gradient().scale();
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    this.x = x;
    norm.measured(pass.phase())
        .ifPresent(
            m -> pass.backend().moments(norm.op().in(), pass.n(), x, m.mean(), m.variance()));
    return pass.stored(norm.behind(pass, x));
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    Tensor dx = pass.buffers().take(pass.n() * norm.op().in().size());
    norm.applied(pass.phase()).gradient(pass.backend(), pass.n(), x, dy, dx, norm.gradient());
    norm.collect(pass.backend());
    pass.buffers().release(dy);
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return norm.parameters();
  }

  @Override
  public List<BatchNorm> batchNorms() {
    return List.of(norm);
  }
}
