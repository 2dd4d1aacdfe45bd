/**
 * The evaluator: takes candidates from the log, scores them, writes their scores to the log.
 *
 * <p>Belongs here: the start and the end of the service, its settings, health and metrics. Does not
 * belong here: how a score comes about ({@code scoring}), and the way to Kafka ({@code kafka}).
 */
package io.scarlet.evaluator;
