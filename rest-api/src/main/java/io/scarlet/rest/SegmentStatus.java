package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fixed part of every network of a space. */
@Schema(description = "A fixed part of every network of a space.")
public record SegmentStatus(
    @Schema(description = "Features that leave it: height, width, channels.") List<Integer> out,
    @Schema(description = "Trainable weights.") long params,
    @Schema(description = "Multiply-adds for one picture.") long macs) {

  public SegmentStatus {
    out = List.copyOf(out);
  }
}
