/**
 * How good a path is, by the supernet's weights.
 *
 * <p>Belongs here: recalibration of batch norms for one path, and accuracy on the validation split.
 * Does not belong here: tables of measured networks, and how a score is published.
 */
package io.scarlet.supernet.scoring;
