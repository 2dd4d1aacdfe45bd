package io.scarlet.supernet.data.io;

/** A data set is missing, truncated, of another shape or no data set at all. */
public final class DataFormatException extends Exception {

  private static final long serialVersionUID = 1;

  DataFormatException(String message) {
    super(message);
  }

  DataFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
