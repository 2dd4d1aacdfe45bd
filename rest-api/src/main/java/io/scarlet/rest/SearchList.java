package io.scarlet.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The searches of one instance of the evolver. */
@Schema(description = "The searches of one instance, by their ids.")
public record SearchList(
    @Schema(description = "Searches whose facts this instance folds.") List<SearchStatus> searches,
    @Schema(
            description =
                "Addresses of the instances that have the others; empty where there are none.")
        List<String> elsewhere) {

  public SearchList {
    searches = List.copyOf(searches);
    elsewhere = List.copyOf(elsewhere);
  }
}
