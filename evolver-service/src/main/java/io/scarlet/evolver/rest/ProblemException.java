package io.scarlet.evolver.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** An answer that is a problem. The message is one line: what is wrong and what to do. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Response.StatusType status;
  private final transient Optional<URI> location;

  private ProblemException(Response.StatusType status, String detail, Optional<URI> location) {
    super(detail);
    this.status = status;
    this.location = location;
  }

  /** What was asked for is not here. */
  static ProblemException notFound(String detail) {
    return new ProblemException(Response.Status.NOT_FOUND, detail, Optional.empty());
  }

  /** It is here, but not in a state for what was asked. */
  static ProblemException conflict(String detail) {
    return new ProblemException(Response.Status.CONFLICT, detail, Optional.empty());
  }

  /** It may succeed later. */
  static ProblemException unavailable(String detail) {
    return new ProblemException(Response.Status.SERVICE_UNAVAILABLE, detail, Optional.empty());
  }

  /** Another instance has it. */
  static ProblemException elsewhere(String detail, URI location) {
    return new ProblemException(Response.Status.TEMPORARY_REDIRECT, detail, Optional.of(location));
  }

  Response.StatusType status() {
    return status;
  }

  /** Where to ask instead. */
  Optional<URI> location() {
    return location;
  }
}
