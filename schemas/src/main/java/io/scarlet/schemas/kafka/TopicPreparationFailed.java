package io.scarlet.schemas.kafka;

/** The cluster or the registry could not be made ready; the message says what was refused. */
public final class TopicPreparationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TopicPreparationFailed(String message, Throwable cause) {
    super(message, cause);
  }

  TopicPreparationFailed(String message) {
    super(message);
  }
}
