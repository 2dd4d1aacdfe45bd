package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Features;
import io.scarlet.supernet.backend.InputGradient;
import io.scarlet.supernet.backend.OutputGradient;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.backend.WeightGradient;
import java.util.Optional;
import java.util.stream.Stream;

/** A convolution and the batch norm behind it, whose output is not stored. */
final class NormedConvolution {

  private final Operator op;
  private final Parameter weight;
  private final BatchNorm norm;
  private Features x;
  private Tensor y;

  /**
   * A convolution and its norm.
   *
   * @param op a dense convolution without bias, or a depthwise one
   */
  NormedConvolution(Operator op, Parameter weight, BatchNorm norm) {
    this.op = op;
    this.weight = weight;
    this.norm = norm;
    x = Features.stored(weight.value());
    y = weight.value();
  }

  Features forward(Pass pass, Features x) {
    this.x = x;
    y = pass.buffers().take(pass.n() * op.out().size());
    var moments = norm.measured(pass.phase());
    switch (op) {
      case Operator.Convolution dense ->
          pass.kernels().convolution(dense, pass.n(), x, weight.value(), y, moments);
      case Operator.DepthwiseConvolution depthwise ->
          pass.kernels().depthwise(depthwise, pass.n(), x, weight.value(), y, moments);
      default -> throw new IllegalStateException(op + " is no convolution");
    }
    return norm.behind(pass, y);
  }

  /** Measures the gradients of the norm's weights, which a kernel behind it has not. */
  void measure(Pass pass, Tensor behind) {
    var applied = norm.applied(pass.phase());
    pass.kernels().normGradient(pass.n(), y, applied, behind, norm.gradient());
  }

  /**
   * The way back, with the gradients of the norm's weights measured.
   *
   * @param behind gradient of the norm's output
   * @param before what the features come from
   * @return gradient of the features
   */
  Tensor backward(Pass pass, Tensor behind, Optional<NormedConvolution> before) {
    Tensor dx = pass.buffers().take(pass.n() * op.in().size());
    var sums = before.map(unit -> unit.norm.gradient());
    gradients(pass, behind, Optional.of(new InputGradient(dx, sums)));
    return dx;
  }

  /** The way back where nothing asks for the gradient of the features. */
  void backwardFromPictures(Pass pass, Tensor behind) {
    gradients(pass, behind, Optional.empty());
  }

  private void gradients(Pass pass, Tensor behind, Optional<InputGradient> dx) {
    norm.collect(pass.backend());
    var dy = new OutputGradient(behind, y, norm.applied(pass.phase()), norm.gradient());
    var dw = new WeightGradient(weight.gradient(), weight.touch());
    switch (op) {
      case Operator.Convolution dense ->
          pass.kernels().convolutionGradient(dense, pass.n(), x, weight.value(), dy, dw, dx);
      case Operator.DepthwiseConvolution depthwise ->
          pass.kernels().depthwiseGradient(depthwise, pass.n(), x, weight.value(), dy, dw, dx);
      default -> throw new IllegalStateException(op + " is no convolution");
    }
    pass.buffers().release(behind);
  }

  BatchNorm norm() {
    return norm;
  }

  Stream<Parameter> parameters() {
    return Stream.concat(Stream.of(weight), norm.parameters().stream());
  }
}
