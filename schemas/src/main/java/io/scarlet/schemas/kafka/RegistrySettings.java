package io.scarlet.schemas.kafka;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What can be set about the schema registry, {@code scarlet.registry.*}, in every service. */
public interface RegistrySettings {

  /** Base address, {@code http://registry:8080} for instance. */
  URI url();

  /**
   * A PEM file with the certificates to trust where the address is {@code https}; without it, those
   * of the JDK.
   */
  Optional<Path> certificates();

  /**
   * Path of Confluent's API below the address: {@code /} for Confluent's own registry; without it,
   * where Apicurio's has it.
   */
  Optional<String> confluentApi();

  /** Name for basic authentication. */
  Optional<String> user();

  /** Password for basic authentication. */
  Optional<String> password();

  /** A token to send instead of name and password. */
  Optional<String> token();
}
