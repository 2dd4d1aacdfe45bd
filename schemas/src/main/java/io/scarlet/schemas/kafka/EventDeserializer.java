package io.scarlet.schemas.kafka;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads values and tells a registry that is away from bytes that are at fault.
 *
 * @param <T> type of the records
 */
final class EventDeserializer<T> implements Deserializer<T> {

  private final Deserializer<T> deserializer;
  private final Outage outage;

  EventDeserializer(Deserializer<T> deserializer, Outage outage) {
    this.deserializer = deserializer;
    this.outage = outage;
  }

  @Override
  public T deserialize(String topic, byte[] value) {
    try {
      return deserializer.deserialize(topic, value);
    } catch (RuntimeException e) {
      outage.throwIfShownBy(e);
      throw new SerializationException(outage.reason(e), e);
    }
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
