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
    Operator.BatchNorm op, Moments moments, Tensor scale, Tensor shift, float epsilon) {}
