package io.scarlet.supernet.backend;

import io.scarlet.space.blueprint.Operator;
import java.util.Optional;

/**
 * A convolution together with the batch norms before and behind it. Features between the two are
 * many and the arithmetic on them is little: what a kernel does while they are near saves a way to
 * memory and back. The results are those of {@link Backend}'s kernels one after the other, but for
 * the rounding.
 */
public interface FusedKernels {

  /**
   * A dense convolution without bias, and the moments of what it wrote.
   *
   * @param w {@code [k, k, C, O]}
   * @param moments where the moments go, if they are asked for
   */
  void convolution(
      Operator.Convolution op, int n, Features x, Tensor w, Tensor y, Optional<Moments> moments);

  /**
   * The gradients of a dense convolution.
   *
   * @param dx empty where nothing asks for the gradient of the features: at the pictures
   */
  void convolutionGradient(
      Operator.Convolution op,
      int n,
      Features x,
      Tensor w,
      OutputGradient dy,
      WeightGradient dw,
      Optional<InputGradient> dx);

  /**
   * A depthwise convolution, and the moments of what it wrote.
   *
   * @param w {@code [k, k, C]}
   */
  void depthwise(
      Operator.DepthwiseConvolution op,
      int n,
      Features x,
      Tensor w,
      Tensor y,
      Optional<Moments> moments);

  /** The gradients of a depthwise convolution. */
  void depthwiseGradient(
      Operator.DepthwiseConvolution op,
      int n,
      Features x,
      Tensor w,
      OutputGradient dy,
      WeightGradient dw,
      Optional<InputGradient> dx);

  /**
   * The gradients of a batch norm's weights.
   *
   * @param x what the norm normalised
   * @param behind gradient of its output
   */
  void normGradient(int n, Tensor x, Norm norm, Tensor behind, NormGradient sums);
}
