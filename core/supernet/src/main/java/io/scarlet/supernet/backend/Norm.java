package io.scarlet.supernet.backend;

import io.scarlet.space.blueprint.Operator;

/**
 * A batch norm with all that its output depends on: {@code activation((x - mean) / sqrt(variance +
 * epsilon) * scale + shift)}.
 *
 * @param op its shape and activation
 * @param moments of the features, {@code [C]} each
 * @param scale {@code [C]}
 * @param shift {@code [C]}
 * @param epsilon what keeps the division finite
 */
public record Norm(
    Operator.BatchNorm op, Moments moments, Tensor scale, Tensor shift, float epsilon) {

  /** Writes the norm of {@code x} to {@code y}. */
  public void apply(Backend backend, int n, Tensor x, Tensor y) {
    backend.batchNorm(op, n, x, moments, scale, shift, epsilon, y);
  }

  /** Writes the gradients of the norm's input and weights, from that of its output. */
  public void gradient(
      Backend backend, int n, Tensor x, Tensor dy, Tensor dx, NormGradient weights) {
    backend.batchNormGradient(
        op, n, x, moments, scale, shift, epsilon, dy, dx, weights.scale(), weights.shift(), false);
  }
}
