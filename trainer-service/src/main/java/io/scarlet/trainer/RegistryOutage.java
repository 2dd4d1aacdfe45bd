package io.scarlet.trainer;

import io.scarlet.schemas.kafka.RegistryUnavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits until the registry answers: a request is not passed over because of an outage. */
final class RegistryOutage {

  private static final Logger LOG = Logger.getLogger(RegistryOutage.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private RegistryOutage() {}

  /**
   * Does something that needs the registry, as often as it takes.
   *
   * @throws RegistryUnavailable where the service ends before the registry answers
   */
  static <T> T waitOut(Supplier<T> work) {
    boolean told = false;
    while (true) {
      try {
        return work.get();
      } catch (RegistryUnavailable away) {
        if (!told) {
          LOG.warn(away.getMessage());
          told = true;
        }
        pause(away);
      }
    }
  }

  private static void pause(RegistryUnavailable away) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw away;
    }
  }
}
