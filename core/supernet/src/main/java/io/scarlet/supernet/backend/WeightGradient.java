package io.scarlet.supernet.backend;

/**
 * Where a kernel puts the gradient of its weights.
 *
 * @param dw the gradient
 * @param accumulate whether it is added to what is there, or written over it
 */
public record WeightGradient(Tensor dw, boolean accumulate) {}
