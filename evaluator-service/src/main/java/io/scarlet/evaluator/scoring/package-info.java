/**
 * How a candidate gets its score: plain Java, free of Kafka and Avro.
 *
 * <p>Belongs here: candidates, scorers, and what to do when a scorer fails. Does not belong here:
 * records, topics, and costs, which a search knows without asking.
 */
package io.scarlet.evaluator.scoring;
