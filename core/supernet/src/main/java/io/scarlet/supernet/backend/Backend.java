package io.scarlet.supernet.backend;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import java.util.Optional;

/**
 * Memory and kernels. Every method is synchronous, allocates nothing, and gives the same bits
 * whatever the number of threads: reductions run in an order that only the shapes decide.
 *
 * <p>{@code n} is the number of pictures. Methods named {@code ...Gradient} write the gradient of
 * the input into {@code dx}; where {@code dw} is a parameter, the gradient of the weights is added
 * to it if {@code accumulate}, and written over it otherwise. A backend is used by one thread at a
 * time.
 */
public interface Backend extends AutoCloseable {

  /** What computes, for logs: instruction set, threads. */
  String description();

  /** Kernels that do more than one thing at a time, where the backend has them. */
  default Optional<FusedKernels> fused() {
    return Optional.empty();
  }

  /** New memory, all zero. */
  Tensor allocate(long size);

  /** Sets every value. */
  void fill(Tensor x, float value);

  /** {@code to = from}, of the same size. */
  void copy(Tensor from, Tensor to);

  /** {@code x += y}. */
  void add(Tensor x, Tensor y);

  /** Dense convolution: {@code x [N, H, W, C]}, {@code w [k, k, C, O]}, {@code bias [O]}. */
  void convolution(Operator.Convolution op, int n, Tensor x, Tensor w, Tensor bias, Tensor y);

  /** Gradient of a dense convolution with respect to its input. */
  void convolutionInputGradient(Operator.Convolution op, int n, Tensor w, Tensor dy, Tensor dx);

  /** Gradient of a dense convolution with respect to its weights. */
  void convolutionWeightGradient(
      Operator.Convolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate);

  /** Sum over all but the channels, the gradient of a bias: {@code dy [rows, channels]}. */
  void biasGradient(long rows, int channels, Tensor dy, Tensor db, boolean accumulate);

  /** Depthwise convolution: {@code x [N, H, W, C]}, {@code w [k, k, C]}. */
  void depthwise(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y);

  /** Gradient of a depthwise convolution with respect to its input. */
  void depthwiseInputGradient(
      Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx);

  /** Gradient of a depthwise convolution with respect to its weights. */
  void depthwiseWeightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate);

  /** Mean and (biased) variance of each channel over {@code [N, H, W]}, {@code [C]} each. */
  void moments(FeatureMap map, int n, Tensor x, Tensor mean, Tensor variance);

  /**
   * {@code y = activation((x - mean) / sqrt(variance + epsilon) * scale + shift)}.
   *
   * @param epsilon what keeps the division finite
   */
  void batchNorm(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor y);

  /**
   * Gradients of a batch norm whose moments are those of {@code x} itself.
   *
   * @param dScale gradient of the scale, {@code [C]}
   * @param dShift gradient of the shift, {@code [C]}
   */
  void batchNormGradient(
      Operator.BatchNorm op,
      int n,
      Tensor x,
      Moments moments,
      Tensor scale,
      Tensor shift,
      float epsilon,
      Tensor dy,
      Tensor dx,
      Tensor dScale,
      Tensor dShift,
      boolean accumulate);

  /** {@code y = activation(x)}. */
  void activate(Activation activation, Tensor x, Tensor y);

  /** {@code dx = dy * activation'(x)}. */
  void activateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx);

  /** Mean over the area: {@code [N, H, W, C]} to {@code [N, C]}. */
  void averagePool(FeatureMap map, int n, Tensor x, Tensor y);

  /** Spreads {@code dy [N, C]} evenly over the area. */
  void averagePoolGradient(FeatureMap map, int n, Tensor dy, Tensor dx);

  /** {@code y = x * gate}, the gate {@code [N, C]} the same all over the area. */
  void scale(FeatureMap map, int n, Tensor x, Tensor gate, Tensor y);

  /** Gradients of {@link #scale}: {@code dx}, and {@code dGate [N, C]}. */
  void scaleGradient(
      FeatureMap map, int n, Tensor x, Tensor gate, Tensor dy, Tensor dx, Tensor dGate);

  /** The gate of squeeze and excite, {@code relu6(x + 3) / 6}. */
  void hardSigmoid(Tensor x, Tensor y);

  /** {@code dx = dy / 6} where {@code -3 < x < 3}, else 0. */
  void hardSigmoidGradient(Tensor x, Tensor dy, Tensor dx);

  /**
   * One step of SGD with momentum: {@code v = momentum * v + dw + decay * w; w -= rate * v}.
   *
   * @param rate learning rate
   * @param decay weight decay
   */
  void sgd(Tensor w, Tensor dw, Tensor velocity, float rate, float momentum, float decay);

  /**
   * One step of RMSProp with momentum as TensorFlow has it, epsilon within the root and the rate
   * within the momentum: {@code g = dw + decay * w; s += (1 - keep) * (g * g - s); v = momentum * v
   * + rate * g / sqrt(s + epsilon); w -= v}.
   *
   * @param squares mean of the gradients' squares
   * @param rate learning rate
   * @param keep share of the squares that a step keeps
   * @param epsilon above 0
   * @param decay weight decay
   */
  void rmsProp(
      Tensor w,
      Tensor dw,
      Tensor squares,
      Tensor velocity,
      float rate,
      float keep,
      float momentum,
      float epsilon,
      float decay);

  /** Moves a share of the way: {@code average += share * (x - average)}. */
  void average(Tensor average, Tensor x, float share);

  @Override
  void close();
}
