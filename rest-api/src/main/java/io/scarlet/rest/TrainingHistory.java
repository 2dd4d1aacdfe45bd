package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The training of a supernet. */
@Schema(description = "The training of a supernet.")
public record TrainingHistory(
    @Schema(
            description =
                "What the trainer reported, in the order of the steps; of a long training every second report is left out, as often as needed for at most 1024.")
        List<TrainingStatus> reports,
    @Schema(
            description =
                "How often each choice was trained until the newest checkpoint, one a searchable layer; empty before.")
        List<LayerCounts> counts) {

  public TrainingHistory {
    reports = List.copyOf(reports);
    counts = List.copyOf(counts);
  }
}
