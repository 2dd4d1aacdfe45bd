package io.scarlet.schemas.kafka;

/** The schema registry does not answer, so records cannot be read or written for now. */
public final class RegistryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailable(String reason, Throwable cause) {
    super(
        "the schema registry does not answer (%s); records wait until it does".formatted(reason),
        cause);
  }
}
