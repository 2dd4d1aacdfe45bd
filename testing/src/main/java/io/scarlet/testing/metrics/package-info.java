/**
 * What services serve at {@code /q/metrics}, and what {@code docs/metrics.md} says of it.
 *
 * <p>Belongs here: reading both, so that tests can compare them. Does not belong here: a metric of
 * any service.
 */
package io.scarlet.testing.metrics;
