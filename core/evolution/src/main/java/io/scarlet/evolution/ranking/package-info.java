/**
 * Which of several points is better when there is more than one objective: constrained dominance,
 * fronts, crowding and hypervolume.
 *
 * <p>Belongs here: geometry of objective vectors. Does not belong here: what an objective means, or
 * anything about networks, candidates and generations.
 */
package io.scarlet.evolution.ranking;
