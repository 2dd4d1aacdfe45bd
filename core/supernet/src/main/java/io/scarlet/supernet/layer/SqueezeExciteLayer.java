package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;
import java.util.List;
import java.util.stream.Stream;

/** Squeeze and excite: see {@link Operator.SqueezeExcite}. */
final class SqueezeExciteLayer implements Layer {

  private final Operator.SqueezeExcite op;
  private final PoolLayer pool;
  private final ConvolutionLayer squeeze;
  private final ActivationLayer relu;
  private final ConvolutionLayer excite;
  private Tensor x;
  private Tensor beforeGate;
  private Tensor gate;

  SqueezeExciteLayer(String name, Operator.SqueezeExcite op, Backend backend, Draws draws) {
    this.op = op;
    FeatureMap pooled = new FeatureMap(1, 1, op.in().channels());
    FeatureMap squeezed = pooled.withChannels(op.squeezed());
    Tensor none = backend.allocate(0);
    pool = new PoolLayer(new Operator.GlobalAveragePool(op.in()));
    squeeze =
        ConvolutionLayer.kaiming(
            name + ".squeeze",
            new Operator.Convolution(pooled, op.squeezed(), 1, 1, true),
            backend,
            draws.at(0));
    relu = new ActivationLayer(new Operator.Activate(squeezed, Activation.RELU), none);
    excite =
        ConvolutionLayer.kaiming(
            name + ".excite",
            new Operator.Convolution(squeezed, op.in().channels(), 1, 1, true),
            backend,
            draws.at(1));
    x = none;
    beforeGate = none;
    gate = none;
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    this.x = x;
    Tensor squeezed = relu.forward(pass, squeeze.forward(pass, pool.forward(pass, x)));
    beforeGate = excite.forward(pass, squeezed);
    gate = pass.buffers().take(beforeGate.size());
    pass.backend().hardSigmoid(beforeGate, gate);
    Tensor y = pass.buffers().take(x.size());
    pass.backend().scale(op.in(), pass.n(), x, gate, y);
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    Tensor dx = pass.buffers().take(dy.size());
    Tensor dGate = pass.buffers().take(gate.size());
    pass.backend().scaleGradient(op.in(), pass.n(), x, gate, dy, dx, dGate);
    pass.buffers().release(dy);
    Tensor dBefore = pass.buffers().take(gate.size());
    pass.backend().hardSigmoidGradient(beforeGate, dGate, dBefore);
    pass.buffers().release(dGate);
    Tensor dSqueezed = relu.backward(pass, excite.backward(pass, dBefore));
    Tensor throughGate = pool.backward(pass, squeeze.backward(pass, dSqueezed));
    pass.backend().add(dx, throughGate);
    pass.buffers().release(throughGate);
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(squeeze.parameters().stream(), excite.parameters().stream()).toList();
  }
}
