package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a search wants of its networks. */
@Schema(description = "Something that a search wants of its networks.")
public record ObjectiveStatus(
    @Schema(description = "accuracy, loss, latency, macs, params or depth.") String name,
    @Schema(description = "Whether more is better.") boolean maximize) {}
