package io.scarlet.schemas.kafka;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.Default4ByteIdHandler;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.config.SerdeConfig;
import io.apicurio.registry.serde.kafka.config.KafkaSerdeConfig;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Apicurio's client, over the registry's own API. Nothing is left to defaults of the library. */
public final class ApicurioSerdes implements RegistrySerdes {

  /** Path of the registry's own API below its base address. */
  private static final String API = "/apis/registry/v3";

  private static final int NOT_FOUND = 404;

  @Override
  public <T extends SpecificRecord> Serializer<T> serializer(RegistryConnection registry) {
    Serializer<T> serializer = new AvroKafkaSerializer<>(RegistryHttp.client(registry, API));
    serializer.configure(settings(registry), false);
    return serializer;
  }

  @Override
  public <T extends SpecificRecord> Deserializer<T> deserializer(RegistryConnection registry) {
    Deserializer<T> deserializer = new AvroKafkaDeserializer<>(RegistryHttp.client(registry, API));
    deserializer.configure(settings(registry), false);
    return deserializer;
  }

  @Override
  public Optional<Refusal> refusal(Throwable failure) {
    if (!(failure instanceof ApiException refused)) {
      return Optional.empty();
    }
    int status = refused.getResponseStatusCode();
    return Optional.of(
        status == NOT_FOUND ? Refusal.unknownSchema() : Refusal.of("status " + status));
  }

  /** How Apicurio's serialiser and deserialiser are set. */
  public static Map<String, Object> settings(RegistryConnection registry) {
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
}
