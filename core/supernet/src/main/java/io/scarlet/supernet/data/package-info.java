/**
 * Pictures on their way to the network: splits, order, augmentation, normalisation, batches.
 *
 * <p>Belongs here: what is done to pictures whatever file they came from. Does not belong here:
 * file formats, which live in {@code io.scarlet.supernet.data.io}.
 */
package io.scarlet.supernet.data;
