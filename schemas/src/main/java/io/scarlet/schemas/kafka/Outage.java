package io.scarlet.schemas.kafka;

import com.microsoft.kiota.ApiException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.InvalidNumberEncodingException;

/** Tells a registry that is away from a record that is at fault. */
final class Outage {

  private static final int NOT_FOUND = 404;

  private Outage() {}

  /** Whether this failure of a serialiser or deserialiser says that the registry is away. */
  static boolean isShownBy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return !foundInBytes(cause);
      }
      if (cause instanceof ApiException refusal) {
        return refusal.getResponseStatusCode() != NOT_FOUND;
      }
    }
    return false;
  }

  /** Avro reports bytes that end too early or hold no number as trouble with input and output. */
  private static boolean foundInBytes(Throwable cause) {
    return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
  }
}
