/**
 * Randomness without a state: every draw is a pure function of the seed and of what it is for.
 *
 * <p>Belongs here: the function and the distributions that training draws from. Does not belong
 * here: what is drawn, and any generator that remembers.
 */
package io.scarlet.supernet.random;
