/**
 * The evolver over HTTP: what a person or a program asks of searches.
 *
 * <p>Belongs here: addresses, statuses and problems; answers read from folded searches; events that
 * ask for something, put on the log. Does not belong here: anything that changes a search by
 * another way than the log.
 */
package io.scarlet.evolver.rest;
