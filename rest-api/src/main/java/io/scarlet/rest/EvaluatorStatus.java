package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An evaluator as its scores show it. */
@Schema(description = "An evaluator as its scores show it.")
public record EvaluatorStatus(
    @Schema(description = "What it calls itself in its scores.") String id,
    @Schema(description = "Outcomes of it that counted.") int outcomes,
    @Schema(description = "Those of them that are failures.") int failures,
    @Schema(description = "Mean time of an evaluation, in milliseconds.") double milliseconds,
    @Schema(description = "When its last outcome was sent.", format = "date-time") String latest) {}
