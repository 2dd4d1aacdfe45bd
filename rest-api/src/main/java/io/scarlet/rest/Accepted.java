package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event is on the log, and will be taken in. */
@Schema(description = "The event is on the log, and will be taken in.")
public record Accepted(@Schema(description = "Of the search.") String id) {}
