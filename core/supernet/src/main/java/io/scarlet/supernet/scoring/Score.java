package io.scarlet.supernet.scoring;

/**
 * What a path scored.
 *
 * @param accuracy share of validation pictures classed rightly, 0 to 1
 * @param loss mean validation cross entropy, nats
 */
public record Score(double accuracy, double loss) {}
