package io.scarlet.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong, as RFC 9457 has it. */
@Schema(description = "What went wrong, as RFC 9457 has it.")
public record Problem(
    @Schema(description = "about:blank: the status says what kind it is.") String type,
    @Schema(description = "The status in words.") String title,
    @Schema(description = "The status of the answer.") int status,
    @Schema(description = "One line: what is wrong and what to do.") String detail,
    @Schema(description = "The path that was asked for.") String instance) {

  /** Media type of this record as JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
