package io.scarlet.evolution;

import io.scarlet.space.Costs;

/**
 * What is known about a network.
 *
 * @param accuracy share of validation pictures classed rightly, 0 to 1
 * @param loss mean validation cross entropy, at least 0; 0 where it is unknown and nobody asks
 * @param latency milliseconds a batch, at least 0; 0 where it is unknown and nobody asks
 * @param costs of the derived network
 */
record Reading(double accuracy, double loss, double latency, Costs costs) {}
