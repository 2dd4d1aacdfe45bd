/**
 * A Kafka broker of one node, as the main program of a process.
 *
 * <p>Belongs here: formatting its storage, its settings, its life. Does not belong here: topics,
 * which the catalogue of {@code io.scarlet.schemas} knows.
 */
package io.scarlet.local.broker;
