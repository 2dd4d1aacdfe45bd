package io.scarlet.supernet.backend;

/**
 * Gradients of a batch norm's weights in one pass.
 *
 * @param scale gradient of the scale, {@code [C]}
 * @param shift gradient of the shift, {@code [C]}
 */
public record NormGradient(Tensor scale, Tensor shift) {}
