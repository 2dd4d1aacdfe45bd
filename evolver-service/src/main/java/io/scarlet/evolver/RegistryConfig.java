package io.scarlet.evolver;

import io.scarlet.schemas.kafka.RegistrySettings;
import io.smallrye.config.ConfigMapping;

/** Where the schemas are; the same keys in every service. */
@ConfigMapping(prefix = "scarlet.registry")
public interface RegistryConfig extends RegistrySettings {}
