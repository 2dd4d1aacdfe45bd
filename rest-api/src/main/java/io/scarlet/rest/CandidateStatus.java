package io.scarlet.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A candidate with where it came from and what came of it. */
@Schema(description = "A candidate with where it came from and what came of it.")
public record CandidateStatus(
    @Schema(description = "Derived from search, generation and slot.") String id,
    @Schema(description = "From 0.") int generation,
    @Schema(description = "Place in the generation, from 0.") int slot,
    @Schema(description = "Architecture code, one character a layer.") String code,
    @Schema(description = "Whether it has an outcome.") CandidatePhase phase,
    @Schema(
            description =
                "Share of validation pictures classed rightly, 0 to 1; none without a score.")
        Optional<Double> accuracy,
    @Schema(description = "Mean validation cross entropy; none where unknown.")
        Optional<Double> loss,
    @Schema(
            description =
                "Milliseconds that the network by itself takes for a batch, as measured; none where"
                    + " nobody asked.")
        Optional<Double> latency,
    @Schema(description = "Why its evaluation failed; none where it did not.")
        Optional<String> failure,
    @Schema(description = "Whether it keeps all constraints of the search; none without a score.")
        Optional<Boolean> feasible,
    @Schema(description = "Trainable weights.") long params,
    @Schema(description = "Multiply-adds for one picture.") long macs,
    @Schema(description = "Searchable layers that are not a skip.") int depth,
    @Schema(
            description =
                "The operator that made it: SEEDED, CROSSOVER, MUTATION, CROSSOVER_MUTATION,"
                    + " ENUMERATED or RESCORED.")
        String origin,
    @Schema(description = "Candidate ids, none to two.") List<String> parents,
    @Schema(description = "SHA-256 of the weights that it is scored with; none with a table.")
        Optional<String> checkpoint) {

  public CandidateStatus {
    parents = List.copyOf(parents);
  }
}
