package io.scarlet.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A complete generation. */
@Schema(description = "A complete generation.")
public record GenerationStatus(
    @Schema(description = "From 0.") int generation,
    @Schema(description = "Candidates of this generation that were evaluated.") int candidates,
    @Schema(description = "Those of them whose evaluation failed.") int failures,
    @Schema(description = "Candidates evaluated so far, this generation included.") int evaluations,
    @Schema(description = "The highest accuracy of this generation, 0 to 1; none where all failed.")
        Optional<Double> bestAccuracy,
    @Schema(description = "Of the front after it, as a share of the objective space, 0 to 1.")
        double hypervolume) {}
