package io.scarlet.evolver;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of this service. */
@ConfigMapping(prefix = "scarlet.evolver")
interface EvolverConfig {

  /**
   * Folder of the local copy of the journal. One a run: a folder that knows another broker's topics
   * would be trusted. Losing it costs a restore from Kafka, nothing else.
   */
  String stateDir();

  /** How long to wait at the start for the broker and for the topics. */
  Duration patience();
}
