package io.scarlet.schemas.kafka;

import java.net.URI;
import java.util.ServiceLoader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The bytes of every value on every topic: Confluent's wire format, a zero byte, four bytes of
 * schema id, then the Avro binary encoding. So Confluent's clients read it, and ours read theirs.
 *
 * <p>A writer names the schema that it was compiled with, never the newest of the registry: in a
 * rolling upgrade an old writer must not label its bytes with a schema whose fields it does not
 * know. Schemas are registered by {@link TopicPreparation} only.
 *
 * @param registry that has the schemas
 */
public record WireFormat(RegistryConnection registry) {

  static {
    ReadingLimits.apply();
  }

  private static final RegistrySerdes SERDES =
      ServiceLoader.load(RegistrySerdes.class, WireFormat.class.getClassLoader())
          .findFirst()
          .orElseGet(ApicurioSerdes::new);

  private static final Outage OUTAGE = new Outage(SERDES);

  /** With a registry that asks for nothing. */
  public WireFormat(URI registry) {
    this(RegistryConnection.to(registry));
  }

  /**
   * A configured writer of values; the caller closes it. It throws {@link RegistryUnavailable}
   * while the registry does not answer.
   */
  public <T extends SpecificRecord> Serializer<T> serializer() {
    return new EventSerializer<>(SERDES.serializer(registry), OUTAGE);
  }

  /**
   * A configured reader of values; the caller closes it. On a topic with several records, read
   * {@code SpecificRecord} and match the type. It throws {@link RegistryUnavailable} while the
   * registry does not answer.
   */
  public <T extends SpecificRecord> Deserializer<T> deserializer() {
    return new EventDeserializer<>(SERDES.deserializer(registry), OUTAGE);
  }

  /** A configured writer and reader of values; the caller closes it. */
  public <T extends SpecificRecord> Serde<T> serde() {
    return Serdes.serdeFrom(serializer(), deserializer());
  }

  /** The subject under which the schema of a record on a topic is registered. */
  public static String subject(String topic, String recordName) {
    return topic + "-" + recordName;
  }
}
