/**
 * Which paths a training step takes, and how often each choice was trained.
 *
 * <p>Belongs here: strict fairness, uniform sampling, and the tally that proves them. Does not
 * belong here: what is done with a path.
 */
package io.scarlet.supernet.sampling;
