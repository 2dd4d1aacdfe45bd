package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;
import java.util.List;
import java.util.stream.Stream;

/** A dense convolution; with pooled features, a linear layer. */
final class ConvolutionLayer implements Layer {

  private final Operator.Convolution op;
  private final Parameter weight;
  private final Parameter bias;
  private Tensor x;

  private ConvolutionLayer(Operator.Convolution op, Parameter weight, Parameter bias) {
    this.op = op;
    this.weight = weight;
    this.bias = bias;
    x = weight.value();
  }

  static ConvolutionLayer kaiming(
      String name, Operator.Convolution op, Backend backend, Draws draws) {
    return with(name, op, backend, kaimingWeight(name, op, backend, draws));
  }

  /** Random weights {@code [k, k, C, O]}. */
  static Parameter kaimingWeight(
      String name, Operator.Convolution op, Backend backend, Draws draws) {
    long fanOut = (long) op.kernel() * op.kernel() * op.filters();
    return weight(name, op, backend, Initial.kaiming(weights(op), fanOut, draws));
  }

  static ConvolutionLayer linear(String name, Operator.Linear op, Backend backend, Draws draws) {
    var asConvolution = new Operator.Convolution(op.in(), op.classes(), 1, 1, true);
    float[] initial = Initial.normal(weights(asConvolution), Initial.LINEAR_DEVIATION, draws);
    return with(name, asConvolution, backend, initial);
  }

  /** A convolution that starts with the given weights {@code [k, k, C, O]} and a bias of zero. */
  static ConvolutionLayer with(
      String name, Operator.Convolution op, Backend backend, float[] initial) {
    return with(name, op, backend, weight(name, op, backend, initial));
  }

  private static ConvolutionLayer with(
      String name, Operator.Convolution op, Backend backend, Parameter weight) {
    int biases = op.bias() ? op.filters() : 0;
    return new ConvolutionLayer(
        op,
        weight,
        new Parameter(name + ".bias", false, backend, new float[biases], List.of(biases)));
  }

  private static Parameter weight(
      String name, Operator.Convolution op, Backend backend, float[] initial) {
    List<Integer> shape = List.of(op.kernel(), op.kernel(), op.in().channels(), op.filters());
    return new Parameter(name + ".weight", true, backend, initial, shape);
  }

  private static int weights(Operator.Convolution op) {
    return op.kernel() * op.kernel() * op.in().channels() * op.filters();
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    this.x = x;
    Tensor y = pass.buffers().take(pass.n() * op.out().size());
    pass.backend().convolution(op, pass.n(), x, weight.value(), bias.value(), y);
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    weightGradient(pass, dy);
    Tensor dx = pass.buffers().take(pass.n() * op.in().size());
    pass.backend().convolutionInputGradient(op, pass.n(), weight.value(), dy, dx);
    pass.buffers().release(dy);
    return dx;
  }

  @Override
  public void backwardFromPictures(Pass pass, Tensor dy) {
    weightGradient(pass, dy);
    pass.buffers().release(dy);
  }

  private void weightGradient(Pass pass, Tensor dy) {
    pass.backend()
        .convolutionWeightGradient(op, pass.n(), x, dy, weight.gradient(), weight.touch());
    if (op.bias()) {
      pass.backend()
          .biasGradient(
              pass.n() * op.out().area(), op.filters(), dy, bias.gradient(), bias.touch());
    }
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.of(weight, bias).filter(p -> p.value().size() > 0).toList();
  }
}
