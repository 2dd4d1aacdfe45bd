package io.scarlet.supernet.backend;

/**
 * The gradient of what a kernel wrote, {@code x}, where a batch norm follows: the gradient behind
 * the norm is stored, and taken through the norm whenever it is read.
 *
 * @param behind gradient of the norm's output, {@code [N, H, W, C]}
 * @param x what the norm normalised, of the same shape
 * @param norm the norm, with the moments of {@code x} itself
 * @param sums gradients of the norm's scale and shift, which its own gradient depends on
 */
public record OutputGradient(Tensor behind, Tensor x, Norm norm, NormGradient sums) {}
