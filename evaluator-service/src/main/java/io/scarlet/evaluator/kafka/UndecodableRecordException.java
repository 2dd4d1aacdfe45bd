package io.scarlet.evaluator.kafka;

/** A record that holds no candidate, however often it is read. The message is one line. */
final class UndecodableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  UndecodableRecordException(String message) {
    super(message);
  }
}
