package io.scarlet.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A complete generation. */
@Schema(description = "A complete generation.")
public record GenerationStatus(
    @Schema(description = "From 0.") int generation,
    @Schema(description = "Candidates of this generation that were evaluated.") int candidates,
    @Schema(description = "Those of them whose evaluation failed.") int failures,
    @Schema(description = "Candidates evaluated so far, this generation included.") int evaluations,
    @Schema(description = "Networks that no other beats after it.") int front,
    @Schema(description = "The highest accuracy on this front, 0 to 1; none where it is empty.")
        Optional<Double> bestAccuracy,
    @Schema(description = "Of this front, as a share of the objective space, 0 to 1.")
        double hypervolume,
    @Schema(
            description =
                "Which choice leads in each searchable layer, in the order of the layers.")
        List<LeadingChoice> leading) {

  public GenerationStatus {
    leading = List.copyOf(leading);
  }
}
