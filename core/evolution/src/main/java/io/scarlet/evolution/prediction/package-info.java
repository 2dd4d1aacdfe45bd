/**
 * What scores so far say about networks that nobody has scored: a regression on the choices of a
 * network.
 *
 * <p>Belongs here: models of figures, as pure functions of their examples. Does not belong here:
 * which networks to score next, objectives, candidates and generations.
 */
package io.scarlet.evolution.prediction;
