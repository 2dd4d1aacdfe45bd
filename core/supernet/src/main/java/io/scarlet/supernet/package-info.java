/**
 * The supernet: one network that shares its weights among all architectures of a search space.
 *
 * <p>Belongs here: the supernet itself and what stands where a path skips. Its parts have packages
 * of their own: layers, sampling, training, scoring, data, checkpoints. Does not belong here: how a
 * search decides, and how services talk.
 */
package io.scarlet.supernet;
