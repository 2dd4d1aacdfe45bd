package io.scarlet.schemas.kafka;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serialisers and deserialisers of a registry's client: Apicurio's, or those of a module on the
 * class path that offers others as a {@link java.util.ServiceLoader service}. Whichever it is, the
 * bytes are those of {@link WireFormat}.
 *
 * <p>Where the registry refuses or does not answer, they throw as their library does: an {@link
 * java.io.IOException} among the causes is a registry away, and a refusal is known by {@link
 * #refusal}.
 */
public interface RegistrySerdes {

  /**
   * A configured writer of values, which registers nothing and names the schema that it was
   * compiled with.
   *
   * @throws IllegalArgumentException where the certificates cannot be read
   */
  <T extends SpecificRecord> Serializer<T> serializer(RegistryConnection registry);

  /**
   * A configured reader of values into the classes of {@code io.scarlet.events}.
   *
   * @throws IllegalArgumentException where the certificates cannot be read
   */
  <T extends SpecificRecord> Deserializer<T> deserializer(RegistryConnection registry);

  /** What the registry answered, where this failure, its causes not looked at, tells of that. */
  Optional<Refusal> refusal(Throwable failure);

  /**
   * An answer of the registry other than what was asked for.
   *
   * @param schemaUnknown whether it does not know the schema; else it refuses everybody's, for want
   *     of a password for instance
   * @param reason in one line, for the person who reads it
   */
  record Refusal(boolean schemaUnknown, String reason) {

    /** The registry does not know the schema that a record names. */
    public static Refusal unknownSchema() {
      return new Refusal(true, "the registry knows no such schema");
    }

    /** The registry does not serve us, or not now. */
    public static Refusal of(String reason) {
      return new Refusal(false, reason);
    }
  }
}
