/**
 * The evaluator's way to Kafka: bytes to candidates, outcomes to bytes, and the transaction that
 * holds a score together with the offset of its candidate. The only package of the service that
 * knows Avro records.
 *
 * <p>Belongs here: consumer, producer and records. Does not belong here: scoring.
 */
package io.scarlet.evaluator.kafka;
