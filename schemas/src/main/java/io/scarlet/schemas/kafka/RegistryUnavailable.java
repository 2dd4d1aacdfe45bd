package io.scarlet.schemas.kafka;

import com.microsoft.kiota.ApiException;

/** The schema registry does not answer, so records cannot be read or written for now. */
public final class RegistryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailable(Throwable cause) {
    super(
        "the schema registry does not answer (%s); records wait until it does"
            .formatted(reason(cause)),
        cause);
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof ApiException refusal
        ? "status " + refusal.getResponseStatusCode()
        : String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
  }
}
