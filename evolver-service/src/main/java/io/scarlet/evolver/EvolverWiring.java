package io.scarlet.evolver;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicCheck;
import io.scarlet.schemas.kafka.WireFormat;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Puts the parts together and hands the topology to Quarkus, which runs it. */
@ApplicationScoped
class EvolverWiring {

  /** Shared by the stream threads and those who look on. */
  @Produces
  @Singleton
  SearchBoard board() {
    return new SearchBoard();
  }

  /** With the settings named {@code kafka.*}, as Quarkus gathers them for the streams, too. */
  @Produces
  @Singleton
  KafkaConnection broker(@Identifier("default-kafka-broker") Map<String, Object> settings) {
    return new KafkaConnection(settings);
  }

  /** A client for checks, apart from the streams' own. */
  @Produces
  @Singleton
  Admin admin(KafkaConnection broker) {
    return broker.admin();
  }

  @Produces
  @Singleton
  WireFormat format(RegistryConfig registry) {
    return new WireFormat(RegistryConnection.of(registry));
  }

  /** Built once the topics are right; the service does not start otherwise. */
  @Produces
  @Singleton
  Topology topology(
      Admin admin,
      KafkaConnection broker,
      EvolverConfig config,
      WireFormat format,
      SearchBoard board,
      MeterRegistry meters,
      OpenTelemetry telemetry) {
    new TopicCheck(admin, broker).verify(AccessCatalogue.EVOLVER, config.patience());
    return EvolverTopology.build(
        format.serializer(),
        format.deserializer(),
        board,
        new Tally(meters, board),
        new EvolverTraces(telemetry));
  }

  /** What to do when a stream thread ends by a failure. */
  @Produces
  @Singleton
  StreamsUncaughtExceptionHandler failures() {
    return new OutageOrFailure();
  }
}
