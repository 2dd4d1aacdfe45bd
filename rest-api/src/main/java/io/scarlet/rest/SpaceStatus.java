package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a search may choose from. */
@Schema(description = "What a search may choose from.")
public record SpaceStatus(
    @Schema(description = "For people.") String name,
    @Schema(description = "One picture: height, width, channels.") List<Integer> input,
    @Schema(description = "Classes that its networks tell apart.") int classes,
    @Schema(description = "How many codes there are, as text since it may exceed what JSON keeps.")
        String size,
    @Schema(description = "Ahead of the searchable layers.") SegmentStatus stem,
    @Schema(description = "The searchable layers, a character of a code each.")
        List<LayerStatus> layers,
    @Schema(description = "Behind them.") SegmentStatus tail) {

  public SpaceStatus {
    input = List.copyOf(input);
    layers = List.copyOf(layers);
  }
}
