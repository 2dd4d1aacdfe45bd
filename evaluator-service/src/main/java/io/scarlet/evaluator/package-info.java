/**
 * The evaluator: takes candidates from the log, scores them, writes their scores to the log.
 *
 * <p>Belongs here: the start and the end of the service, its health and metrics. Does not belong
 * here: what can be set about it ({@code settings}), how a score comes about ({@code scoring}), and
 * the way to Kafka ({@code kafka}).
 */
package io.scarlet.evaluator;
