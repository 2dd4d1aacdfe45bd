package io.scarlet.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A search and how far it is. */
@Schema(description = "A search and how far it is.")
public record SearchStatus(
    @Schema(description = "Of the search, derived from its request.") String id,
    @Schema(description = "For people.") String name,
    @Schema(description = "The search that it is a fork of; none of one that began anew.")
        Optional<String> parent,
    @Schema(description = "What it does.") SearchPhase phase,
    @Schema(description = "Why it is paused, has ended or failed; empty otherwise.") String reason,
    @Schema(description = "When it was asked for, by the clock of who asked.", format = "date-time")
        String requested,
    @Schema(
            description = "When its last fact was taken in; none before its end.",
            format = "date-time")
        Optional<String> ended,
    @Schema(description = "Generations that are complete.") int generations,
    @Schema(description = "Candidates that have an outcome.") int evaluations,
    @Schema(
            description =
                "Candidates whose place in the list of candidates is final: those of complete generations, or in a steady state those that were taken in.")
        int settled,
    @Schema(description = "Candidates that it may evaluate.") int budget,
    @Schema(description = "Candidates that are being evaluated.") int outstanding,
    @Schema(description = "Evaluations that failed.") int failures,
    @Schema(description = "Networks that no other beats.") int front,
    @Schema(description = "The highest accuracy on the front, 0 to 1; none before the first.")
        Optional<Double> bestAccuracy,
    @Schema(description = "Of the front, as a share of the objective space, 0 to 1.")
        double hypervolume,
    @Schema(description = "Where its training is; none with a table, or before it starts.")
        Optional<TrainingStatus> training,
    @Schema(description = "What it wants, the first objective first.")
        List<ObjectiveStatus> objectives) {

  public SearchStatus {
    objectives = List.copyOf(objectives);
  }
}
