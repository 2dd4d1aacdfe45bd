package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The choice of one layer that most survivors of a generation have. */
@Schema(description = "The choice of one layer that most survivors of a generation have.")
public record LeadingChoice(
    @Schema(description = "Index of the choice, from 0; of equal ones the first.") int choice,
    @Schema(description = "Share of the survivors that have it, 0 to 1.") double share) {}
