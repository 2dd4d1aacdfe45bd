/**
 * Scarlet's side of a comparison, by the same classes that train and score in a search.
 *
 * <p>Belongs here: one update, one evaluation, and their times. Does not belong here: a second way
 * to train or score.
 */
package io.scarlet.bench.ours;
