package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the blocks that a layer may be. */
@Schema(description = "One of the blocks that a layer may be.")
public record ChoiceStatus(
    @Schema(description = "e3k7 for instance: expansion 3, kernel 7; s for squeeze-and-excite.")
        String label,
    @Schema(description = "Whether it leaves the layer out.") boolean skip,
    @Schema(description = "Trainable weights.") long params,
    @Schema(description = "Multiply-adds for one picture.") long macs) {}
