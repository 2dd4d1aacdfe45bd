/**
 * How much of the true front a search finds, by strategy: whole searches in memory, on problems
 * whose every network is known.
 *
 * <p>Belongs here: the problems, the runs, and the share of the hypervolume. Does not belong here:
 * how a search decides, and how fast anything is.
 */
package io.scarlet.bench.search;
