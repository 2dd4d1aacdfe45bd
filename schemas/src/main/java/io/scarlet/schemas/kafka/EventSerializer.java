package io.scarlet.schemas.kafka;

import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes values and says so where it cannot for want of the registry: whoever writes waits then,
 * and gives nothing up.
 *
 * @param <T> type of the records
 */
final class EventSerializer<T> implements Serializer<T> {

  private final Serializer<T> serializer;
  private final Outage outage;

  EventSerializer(Serializer<T> serializer, Outage outage) {
    this.serializer = serializer;
    this.outage = outage;
  }

  @Override
  public byte[] serialize(String topic, T event) {
    try {
      return serializer.serialize(topic, event);
    } catch (RuntimeException e) {
      outage.throwIfShownBy(e);
      throw e;
    }
  }

  @Override
  public void close() {
    serializer.close();
  }
}
