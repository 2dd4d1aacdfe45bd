package io.scarlet.bench.search;

/**
 * What is known of a network.
 *
 * @param accuracy in percent
 * @param macs multiply-adds
 */
record Figures(double accuracy, long macs) {}
