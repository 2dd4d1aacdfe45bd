package io.scarlet.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A network of the final front that is trained by itself. */
@Schema(description = "A network of the final front that is trained from scratch by itself.")
public record FinalistStatus(
    @Schema(description = "In the order of their choosing, from 1.") int place,
    @Schema(description = "Id of the candidate.") String candidate,
    @Schema(description = "Architecture code, one character a layer.") String code,
    @Schema(description = "Why it was chosen: best accuracy, knee, lowest macs, spread.")
        String why,
    @Schema(description = "How far its training is.") FinalistPhase phase,
    @Schema(description = "Epochs so far; none before the first.") Optional<Integer> epoch,
    @Schema(description = "Epochs in all.") int epochs,
    @Schema(description = "Its score by shared weights, 0 to 1; none without one.")
        Optional<Double> supernetAccuracy,
    @Schema(
            description =
                "Share of test pictures that the network by itself classes rightly, 0 to 1; none before.")
        Optional<Double> testAccuracy,
    @Schema(description = "Why there is no model; none where there is or will be one.")
        Optional<String> failure,
    @Schema(description = "Trainable weights.") long params,
    @Schema(description = "Multiply-adds for one picture.") long macs,
    @Schema(description = "Where the model lies in the artifact store; none before.")
        Optional<String> model,
    @Schema(description = "SHA-256 of the model; none before.") Optional<String> modelSha256) {}
