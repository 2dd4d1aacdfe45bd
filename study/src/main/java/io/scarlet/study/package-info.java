/**
 * Studies of the method: a program of its own, without a broker.
 *
 * <p>Belongs here: what leads from settings to results. Does not belong here: the parts, which the
 * packages below have; searches.
 */
package io.scarlet.study;
