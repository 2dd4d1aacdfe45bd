package io.scarlet.confluent;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.RegistrySerdes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's client, over Confluent's API: for whoever has Confluent's registry, or may run no
 * other client.
 *
 * <p>Public with a public constructor since it is looked up as a service.
 */
public final class ConfluentSerdes implements RegistrySerdes {

  private static final int TIMEOUT_MS = 5_000;

  /** Newer than the version that this is compiled with, which does not try again. */
  private static final String MAX_RETRIES = "max.retries";

  /** The library waits a minute and tries again; whoever reads or writes does that himself. */
  private static final Map<String, Object> PATIENCE =
      Map.of(
          SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS,
          TIMEOUT_MS,
          SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS,
          TIMEOUT_MS,
          MAX_RETRIES,
          0);

  /** Codes of Confluent's API for a subject, a version and a schema that it does not know. */
  private static final Set<Integer> UNKNOWN = Set.of(40401, 40402, 40403);

  /** More schemas than a subject will ever have versions. */
  private static final int SCHEMAS_OF_A_SUBJECT = 1000;

  /** Called by the look-up of services. */
  public ConfluentSerdes() {}

  @Override
  @SuppressWarnings("unchecked") // It takes every record.
  public <T extends SpecificRecord> Serializer<T> serializer(RegistryConnection registry) {
    return (Serializer<T>)
        (Serializer<?>) new KafkaAvroSerializer(client(registry), settings(registry));
  }

  @Override
  @SuppressWarnings("unchecked") // It gives whatever record was written, as Apicurio's does.
  public <T extends SpecificRecord> Deserializer<T> deserializer(RegistryConnection registry) {
    return (Deserializer<T>)
        (Deserializer<?>) new KafkaAvroDeserializer(client(registry), settings(registry));
  }

  /**
   * The library throws refusals as Kafka's exceptions, some with its own as the cause and some with
   * none. A status of 404 alone is no answer about a schema: a wrong path has it, too.
   */
  @Override
  public Optional<Refusal> refusal(Throwable failure) {
    return switch (failure) {
      case RestClientException refused when UNKNOWN.contains(refused.getErrorCode()) ->
          Optional.of(Refusal.unknownSchema());
      case RestClientException refused ->
          Optional.of(Refusal.of("status " + refused.getStatus() + ": " + refused.getMessage()));
      case InvalidConfigurationException refused -> Optional.of(Refusal.of(refused.getMessage()));
      case ThrottlingQuotaExceededException refused ->
          Optional.of(Refusal.of(refused.getMessage()));
      default -> Optional.empty();
    };
  }

  private static SchemaRegistryClient client(RegistryConnection registry) {
    RestService rest = new RestService(registry.confluentAddress());
    SchemaRegistryClient client =
        new CachedSchemaRegistryClient(
            rest,
            SCHEMAS_OF_A_SUBJECT,
            List.of(new AvroSchemaProvider()),
            PATIENCE,
            registry.authorization().map(value -> Map.of("Authorization", value)).orElse(Map.of()));
    // After the client, which sets what it makes of its settings.
    registry.tls().map(SSLContext::getSocketFactory).ifPresent(rest::setSslSocketFactory);
    return client;
  }

  private static Map<String, Object> settings(RegistryConnection registry) {
    return Map.of(
        AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG,
        registry.confluentAddress(),
        AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS,
        false,
        AbstractKafkaSchemaSerDeConfig.USE_LATEST_VERSION,
        false,
        AbstractKafkaSchemaSerDeConfig.VALUE_SUBJECT_NAME_STRATEGY,
        TopicRecordNameStrategy.class,
        KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG,
        true);
  }
}
