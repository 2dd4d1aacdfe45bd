package io.scarlet.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that failed in a search. */
@Schema(description = "Something that failed in a search.")
public record Failure(
    @Schema(description = "trainer, evaluator or evolver.") String service,
    @Schema(description = "Whose evaluation failed; none where the whole search did.")
        Optional<String> candidate,
    @Schema(description = "One line for a person.") String reason) {}
