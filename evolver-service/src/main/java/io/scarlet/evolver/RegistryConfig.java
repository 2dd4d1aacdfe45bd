package io.scarlet.evolver;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the schemas are; the same keys in every service. */
@ConfigMapping(prefix = "scarlet.registry")
public interface RegistryConfig {

  /** Base address of the schema registry, {@code http://registry:8080} for instance. */
  URI url();
}
