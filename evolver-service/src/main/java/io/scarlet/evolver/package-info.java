/**
 * The evolver: Kafka Streams around the decider of {@code core/evolution}.
 *
 * <p>Belongs here: reading facts, keeping them in the order of their folding, writing decisions,
 * and showing searches. Does not belong here: anything that decides.
 */
package io.scarlet.evolver;
