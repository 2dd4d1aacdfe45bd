package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A searchable layer. */
@Schema(description = "A searchable layer.")
public record LayerStatus(
    @Schema(description = "From 1.") int number,
    @Schema(description = "From 1.") int stage,
    @Schema(description = "Features that leave it: height, width, channels.") List<Integer> out,
    @Schema(description = "By how much the area shrinks.") int stride,
    @Schema(description = "In the order of their characters in a code: 0 to 9, then a to z.")
        List<ChoiceStatus> choices) {

  public LayerStatus {
    out = List.copyOf(out);
    choices = List.copyOf(choices);
  }
}
