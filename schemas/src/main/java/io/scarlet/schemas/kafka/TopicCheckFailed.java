package io.scarlet.schemas.kafka;

import java.util.List;

/** The topics are not what a service needs; the message names every fault and its fix. */
public final class TopicCheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TopicCheckFailed(List<String> faults) {
    super(String.join("; ", faults));
  }
}
