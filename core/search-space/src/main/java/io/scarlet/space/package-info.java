/**
 * What an architecture is and what it costs.
 *
 * <p>Belongs here: search spaces, their choices, architecture codes and their canonical form,
 * parameters, multiply-adds and depth. Does not belong here: weights, scores, how a search decides,
 * and any reader or writer of files, which lives in {@code io.scarlet.space.io}.
 */
package io.scarlet.space;
