package io.scarlet.schemas.kafka;

import io.scarlet.schemas.kafka.RegistrySerdes.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.InvalidNumberEncodingException;

/**
 * Tells a registry that is away from a record that is at fault.
 *
 * @param serdes whose failures they are
 */
record Outage(RegistrySerdes serdes) {

  /**
   * Ends what this failure of a serialiser or deserialiser ended, where that was for want of the
   * registry.
   *
   * @throws RegistryUnavailable if the registry is away
   */
  void throwIfShownBy(RuntimeException failure) {
    if (isShownBy(failure)) {
      throw new RegistryUnavailable(reason(failure), failure);
    }
  }

  private boolean isShownBy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Refusal> refusal = serdes.refusal(cause);
      if (refusal.isPresent()) {
        return !refusal.get().schemaUnknown();
      }
      if (cause instanceof IOException) {
        return !foundInBytes(cause);
      }
    }
    return false;
  }

  /** What failed, in one line for the person who reads it. */
  String reason(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Refusal> refusal = serdes.refusal(cause);
      if (refusal.isPresent()) {
        return refusal.get().reason();
      }
      root = cause;
    }
    return root.getMessage() == null
        ? root.getClass().getSimpleName()
        : root.getMessage().replaceAll("\\s+", " ");
  }

  /** Avro reports bytes that end too early or hold no number as trouble with input and output. */
  private static boolean foundInBytes(Throwable cause) {
    return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
  }
}
