package io.scarlet.evolver;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.scarlet.schemas.kafka.TopicCheck;
import io.scarlet.schemas.kafka.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts together and hands the topology to Quarkus, which runs it. */
@ApplicationScoped
class EvolverWiring {

  /** Shared by the stream threads and those who look on. */
  @Produces
  @Singleton
  SearchBoard board() {
    return new SearchBoard();
  }

  /** A client for checks, apart from the streams' own. */
  @Produces
  @Singleton
  Admin admin(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    return Admin.create(
        Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
  }

  /** Built once the topics are right; the service does not start otherwise. */
  @Produces
  @Singleton
  Topology topology(
      Admin admin,
      EvolverConfig config,
      RegistryConfig registry,
      SearchBoard board,
      MeterRegistry meters,
      OpenTelemetry telemetry) {
    new TopicCheck(admin).verify(EvolverTopology.topics(), config.patience());
    WireFormat format = new WireFormat(registry.url());
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
