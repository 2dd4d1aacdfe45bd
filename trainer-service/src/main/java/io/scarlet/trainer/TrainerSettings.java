package io.scarlet.trainer;

import io.scarlet.schemas.kafka.RegistrySettings;
import io.scarlet.supernet.backend.BackendChoice;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/** What can be set about a trainer, besides {@code kafka.*} and {@code quarkus.*}. */
@ConfigMapping(prefix = "scarlet")
public interface TrainerSettings {

  /** The schema registry. */
  RegistrySettings registry();

  /** The artifact store. */
  Store store();

  /** This service. */
  Trainer trainer();

  /** The artifact store. */
  interface Store {
    /** Where checkpoints are put: {@code file:/var/lib/scarlet}, or {@code s3://bucket/prefix}. */
    URI url();
  }

  /** This service. */
  interface Trainer {
    /**
     * What computes: {@code auto}, {@code cpu} or {@code portable}; see {@code docs/backends.md}.
     */
    @WithDefault("auto")
    BackendChoice backend();

    /** Threads that compute; without it, one a processor. They never change a checkpoint. */
    OptionalInt threads();

    /** How long the start waits for the broker and the topics. */
    @WithDefault("60s")
    Duration patience();
  }
}
