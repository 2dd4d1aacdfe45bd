/**
 * A real Kafka broker and a real schema registry for tests, without containers.
 *
 * <p>Belongs here: starting, preparing and stopping them. Does not belong here: anything that a
 * service needs when it runs; consumers take this module in test scope.
 */
package io.scarlet.testing;
