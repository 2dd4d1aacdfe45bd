package io.scarlet.trainer;

import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.WireFormat;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Broker and registry as every client of this service reaches them; channels have the same. */
@ApplicationScoped
class Connections {

  /** With the settings named {@code kafka.*}, as Quarkus gathers them for channels, too. */
  @Produces
  @Singleton
  KafkaConnection broker(@Identifier("default-kafka-broker") Map<String, Object> settings) {
    return new KafkaConnection(settings);
  }

  @Produces
  @Singleton
  WireFormat format(TrainerSettings settings) {
    return new WireFormat(RegistryConnection.of(settings.registry()));
  }
}
