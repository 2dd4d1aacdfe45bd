package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A candidate and all that it descends from. */
@Schema(description = "A candidate and all that it descends from.")
public record CandidateLineage(
    @Schema(description = "The candidate.") CandidateStatus candidate,
    @Schema(description = "Its ancestors by generation and slot, so parents before children.")
        List<CandidateStatus> ancestors) {

  public CandidateLineage {
    ancestors = List.copyOf(ancestors);
  }
}
