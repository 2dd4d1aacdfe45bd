package io.scarlet.evaluator.settings;

import io.scarlet.schemas.kafka.RegistrySettings;
import io.scarlet.supernet.backend.BackendChoice;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be set about an evaluator, besides {@code kafka.*} and {@code quarkus.*}. */
@ConfigMapping(prefix = "scarlet")
public interface EvaluatorSettings {

  /** The schema registry. */
  RegistrySettings registry();

  /** The artifact store. */
  Store store();

  /** This service. */
  Evaluator evaluator();

  /** The artifact store. */
  interface Store {
    /**
     * Where checkpoints lie, {@code file:/var/lib/scarlet} or {@code s3://bucket/prefix}; unused
     * where a table answers.
     */
    Optional<URI> url();
  }

  /** This service. */
  interface Evaluator {
    /** The name that scores carry; decides nothing. Without it, host name and process id. */
    Optional<String> id();

    /** Attempts after the first before a candidate fails. */
    @WithDefault("3")
    int retries();

    /**
     * What computes: {@code auto}, {@code cpu} or {@code portable}, see {@code docs/backends.md};
     * {@code none} where only tables are asked.
     */
    @WithDefault("auto")
    BackendChoice backend();

    /** Threads that compute; without it, one a processor. They never change a score. */
    OptionalInt threads();

    /**
     * The file by which evaluators of one machine agree who of them scores a candidate whose
     * latency is measured; without it, one a user in the folder of temporary files.
     */
    Optional<Path> latencyLock();

    /** How evaluators share the candidates; all of them the same way. */
    @WithDefault("partitions")
    Sharing sharing();

    /**
     * So long nobody else gets a candidate that was taken from the queue; longer than any
     * evaluation, and within the broker's limits.
     */
    @WithDefault("60s")
    Duration lock();

    /** How long the start waits for the broker and the topics. */
    @WithDefault("60s")
    Duration patience();
  }
}
