package io.scarlet.supernet.backend;

import java.util.Optional;

/**
 * Where a kernel puts the gradient of the features it read.
 *
 * @param dx gradient of the features behind their batch norm, if they have one
 * @param sums gradients of that norm's weights; there if and only if the features have a norm
 */
public record InputGradient(Tensor dx, Optional<NormGradient> sums) {}
