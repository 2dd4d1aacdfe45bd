/**
 * What the supernet asks of the machine: memory, and every kernel that training and scoring need.
 *
 * <p>Belongs here: the contract of a backend, in terms of the operators of a blueprint. Does not
 * belong here: an implementation, or anything that knows what a path is.
 */
package io.scarlet.supernet.backend;
