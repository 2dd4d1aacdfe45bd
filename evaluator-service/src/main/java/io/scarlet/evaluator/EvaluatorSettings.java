package io.scarlet.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What can be set about an evaluator, besides {@code kafka.*} and {@code quarkus.*}. */
@ConfigMapping(prefix = "scarlet")
public interface EvaluatorSettings {

  /** The schema registry. */
  Registry registry();

  /** This service. */
  Evaluator evaluator();

  /** The schema registry. */
  interface Registry {
    /** Base address, {@code http://registry:8080} for instance. */
    URI url();
  }

  /** This service. */
  interface Evaluator {
    /** The name that scores carry; decides nothing. Without it, host name and process id. */
    Optional<String> id();

    /** Attempts after the first before a candidate fails. */
    @WithDefault("3")
    int retries();

    /** How long the start waits for the broker and the topics. */
    @WithDefault("60s")
    Duration patience();
  }
}
