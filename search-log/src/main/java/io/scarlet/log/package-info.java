/**
 * The log of a search: how its events state facts and decisions, and in which order they lie.
 *
 * <p>Belongs here: what whoever folds a search needs, the evolver as well as a replay: from events
 * to facts, from decisions to events, and the events in the order of their folding. Does not belong
 * here: how a search decides, and where the events come from.
 */
package io.scarlet.log;
