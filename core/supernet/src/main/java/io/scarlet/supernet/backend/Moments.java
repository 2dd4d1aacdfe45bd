package io.scarlet.supernet.backend;

/**
 * The moments that a batch norm divides out.
 *
 * @param mean {@code [C]}
 * @param variance biased, {@code [C]}
 */
public record Moments(Tensor mean, Tensor variance) {}
