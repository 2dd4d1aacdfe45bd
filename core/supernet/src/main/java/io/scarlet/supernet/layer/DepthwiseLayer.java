package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;
import java.util.List;

/** A depthwise convolution. */
final class DepthwiseLayer implements Layer {

  private final Operator.DepthwiseConvolution op;
  private final Parameter weight;
  private Tensor x;

  DepthwiseLayer(String name, Operator.DepthwiseConvolution op, Backend backend, Draws draws) {
    this.op = op;
    weight = kaimingWeight(name, op, backend, draws);
    x = weight.value();
  }

  /** Random weights {@code [k, k, C]}. */
  static Parameter kaimingWeight(
      String name, Operator.DepthwiseConvolution op, Backend backend, Draws draws) {
    long fanOut = (long) op.kernel() * op.kernel();
    float[] initial = Initial.kaiming(Math.toIntExact(op.parameters()), fanOut, draws);
    List<Integer> shape = List.of(op.kernel(), op.kernel(), op.in().channels());
    return new Parameter(name + ".weight", true, backend, initial, shape);
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    this.x = x;
    Tensor y = pass.buffers().take(pass.n() * op.out().size());
    pass.backend().depthwise(op, pass.n(), x, weight.value(), y);
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    pass.backend().depthwiseWeightGradient(op, pass.n(), x, dy, weight.gradient(), weight.touch());
    Tensor dx = pass.buffers().take(pass.n() * op.in().size());
    pass.backend().depthwiseInputGradient(op, pass.n(), weight.value(), dy, dx);
    pass.buffers().release(dy);
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight);
  }
}
