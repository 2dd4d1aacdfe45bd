/**
 * Candidates and outcomes as events.
 *
 * <p>Belongs here: from the event that asks for a score to the candidate, and from what came of it
 * to the event that says so. Does not belong here: how events arrive and leave.
 */
package io.scarlet.evaluator.event;
