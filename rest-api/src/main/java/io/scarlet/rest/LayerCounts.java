package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often the choices of one layer were trained. */
@Schema(description = "How often the choices of one layer were trained.")
public record LayerCounts(
    @Schema(description = "Searchable layer, from 1.") int layer,
    @Schema(description = "One a choice.") List<Long> counts) {

  public LayerCounts {
    counts = List.copyOf(counts);
  }
}
