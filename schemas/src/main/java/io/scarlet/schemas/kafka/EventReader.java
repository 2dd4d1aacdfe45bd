package io.scarlet.schemas.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads values for services that must tell a bad record, which goes to a dead-letter topic, from a
 * registry that is away, which does not: a good record must never be given up for an outage.
 */
public final class EventReader {

  private final Deserializer<SpecificRecord> deserializer;

  /**
   * Reads with this deserialiser, see {@link WireFormat#deserializer}.
   *
   * @param deserializer stays the caller's
   */
  public EventReader(Deserializer<SpecificRecord> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * The event in these bytes, or why there is none.
   *
   * @param value may be null, as Kafka has it for a tombstone
   * @throws RegistryUnavailable where the registry does not answer
   */
  public ReadEvent read(String topic, byte[] value) {
    if (value == null) {
      return new ReadEvent.Unreadable("the record has no value");
    }
    Object read;
    try {
      read = deserialized(topic, value);
    } catch (RegistryUnavailable away) {
      throw away;
    } catch (RuntimeException e) {
      return new ReadEvent.Unreadable("not in Scarlet's wire format: " + reason(e));
    }
    return read instanceof SpecificRecord event
        ? new ReadEvent.Event(event)
        : new ReadEvent.Unreadable("a record that no event of Scarlet is written as");
  }

  /** The deserialiser gives a generic record for a schema that no class here was made from. */
  private Object deserialized(String topic, byte[] value) {
    Deserializer<?> any = deserializer;
    return any.deserialize(topic, value);
  }

  private static String reason(RuntimeException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
