package io.scarlet.schemas.kafka;

import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import io.apicurio.registry.serde.data.SerdeRecord;
import org.apache.avro.Schema;

/**
 * Names a schema {@code <topic>-<full name of the record>} in the registry's default group, as
 * Confluent's strategy of the same name does. Apicurio's own strategy puts the name space into a
 * group, which hides the schema from Confluent's API.
 *
 * <p>Public with a public constructor since the serialiser makes it by name.
 */
public final class TopicRecordNameStrategy
    implements ArtifactReferenceResolverStrategy<Schema, Object> {

  /** Called by the serialiser. */
  public TopicRecordNameStrategy() {}

  @Override
  public ArtifactReference artifactReference(Record<Object> data, ParsedSchema<Schema> schema) {
    String topic = ((SerdeRecord<Object>) data).metadata().getTopic();
    String artifact = WireFormat.subject(topic, schema.getParsedSchema().getFullName());
    return ArtifactReference.builder().groupId(null).artifactId(artifact).build();
  }

  @Override
  public boolean loadSchema() {
    return true;
  }
}
