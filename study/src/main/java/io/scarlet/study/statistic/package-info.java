/**
 * How well one list of numbers orders another.
 *
 * <p>Belongs here: correlations, regret, and intervals by the bootstrap. Does not belong here:
 * where the numbers come from.
 */
package io.scarlet.study.statistic;
