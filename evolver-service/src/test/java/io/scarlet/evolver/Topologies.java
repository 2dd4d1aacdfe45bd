package io.scarlet.evolver;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;

/** The evolver's topology to test with. */
final class Topologies {

  private Topologies() {}

  /** Driven without a broker or a registry. */
  static TopologyTestDriver driver(Path state, SearchBoard board, MeterRegistry meters) {
    return driver(state, board, meters, OpenTelemetry.noop());
  }

  /** The same, with traces. */
  static TopologyTestDriver driver(
      Path state, SearchBoard board, MeterRegistry meters, OpenTelemetry telemetry) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "evolver-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    return new TopologyTestDriver(
        EvolverTopology.build(
            RegistryFreeFormat.serializer(),
            RegistryFreeFormat.deserializer(),
            board,
            new Tally(meters, board),
            new EvolverTraces(telemetry)),
        settings);
  }
}
