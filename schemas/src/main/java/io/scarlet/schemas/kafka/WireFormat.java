package io.scarlet.schemas.kafka;

import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.Default4ByteIdHandler;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.apicurio.registry.serde.kafka.config.KafkaSerdeConfig;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The bytes of every value on every topic: Confluent's wire format, a zero byte, four bytes of
 * schema id, then the Avro binary encoding. So Confluent's clients read it, and ours read theirs.
 *
 * <p>Nothing is left to defaults of the library. A writer names the schema that it was compiled
 * with, never the newest of the registry: in a rolling upgrade an old writer must not label its
 * bytes with a schema whose fields it does not know. Schemas are registered by {@link
 * TopicPreparation} only.
 *
 * @param registry that has the schemas
 */
public record WireFormat(RegistryConnection registry) {

  static {
    ReadingLimits.apply();
  }

  /** Path of the registry's own API below its base address. */
  private static final String API = "/apis/registry/v3";

  /** With a registry that asks for nothing. */
  public WireFormat(URI registry) {
    this(RegistryConnection.to(registry));
  }

  /**
   * Settings for Apicurio's serialiser and deserialiser, for SmallRye channels and Kafka Streams.
   */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put(SchemaResolverConfig.REGISTRY_URL, registry.base() + API);
    settings.put(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, false);
    settings.put(SchemaResolverConfig.FIND_LATEST_ARTIFACT, false);
    settings.put(SchemaResolverConfig.DEREFERENCE_SCHEMA, true);
    settings.put(SchemaResolverConfig.HTTP_ADAPTER, "JDK");
    settings.put(
        SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicRecordNameStrategy.class.getName());
    settings.put(SerdeConfig.ID_HANDLER, Default4ByteIdHandler.class.getName());
    settings.put(SerdeConfig.USE_ID, IdOption.contentId.name());
    settings.put(KafkaSerdeConfig.ENABLE_HEADERS, false);
    settings.put(AvroSerdeConfig.AVRO_DATUM_PROVIDER, EventDatumProvider.class);
    return settings;
  }

  /**
   * A configured writer of values; the caller closes it. It throws {@link RegistryUnavailable}
   * while the registry does not answer.
   */
  public <T extends SpecificRecord> Serializer<T> serializer() {
    Serializer<T> serializer = new AvroKafkaSerializer<>(RegistryHttp.client(registry, API));
    serializer.configure(settings(), false);
    return new EventSerializer<>(serializer);
  }

  /**
   * A configured reader of values; the caller closes it. On a topic with several records, read
   * {@code SpecificRecord} and match the type.
   */
  public <T extends SpecificRecord> Deserializer<T> deserializer() {
    Deserializer<T> deserializer = new AvroKafkaDeserializer<>(RegistryHttp.client(registry, API));
    deserializer.configure(settings(), false);
    return deserializer;
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
