package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last report of a training. */
@Schema(description = "The last report of a training.")
public record TrainingStatus(
    @Schema(description = "Current epoch, from 1.") int epoch,
    @Schema(description = "Epochs in all.") int epochs,
    @Schema(description = "Optimizer updates so far.") long step,
    @Schema(description = "Optimizer updates in all.") long steps,
    @Schema(description = "Mean loss since the report before.") double loss,
    @Schema(description = "Mean train accuracy since the report before, 0 to 1.") double accuracy,
    @Schema(description = "Trained pictures a second, each counted once a path.")
        double picturesPerSecond) {}
