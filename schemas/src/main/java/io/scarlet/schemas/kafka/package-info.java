/**
 * How the contract meets Kafka: the bytes of a record, the preparation of topics and subjects, and
 * their check at the start of a service.
 *
 * <p>Belongs here: everything that every service must do in the same way. Does not belong here:
 * what a single service reads or writes.
 */
package io.scarlet.schemas.kafka;
