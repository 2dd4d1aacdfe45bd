package io.scarlet.trainer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendUnavailableException;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** What this trainer computes with. It does not start without. */
@ApplicationScoped
class TrainingBackend {

  private static final Logger LOG = Logger.getLogger(TrainingBackend.class);

  private final TrainerSettings.Trainer settings;
  private final ReentrantLock one = new ReentrantLock(true);
  private Optional<ConfiguredBackend> chosen = Optional.empty();

  TrainingBackend(TrainerSettings settings) {
    this.settings = settings.trainer();
  }

  /**
   * Before the broker is asked for anything: no broker mends this. Of an exception of this kind
   * without a cause, Quarkus prints the message and no stack.
   */
  void choose(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
    try {
      ConfiguredBackend backend =
          new ConfiguredBackend(
              InstalledBackends.onClassPath(),
              settings.backend(),
              settings.threads().orElse(Runtime.getRuntime().availableProcessors()));
      LOG.info(backend.summary());
      chosen = Optional.of(backend);
    } catch (BackendUnavailableException e) {
      throw new ConfigurationException("trainer: " + e.getMessage());
    }
  }

  /**
   * Waits for its turn: one training at a time computes, in the order in which they asked. Closing
   * gives the backend to the next.
   */
  Turn turn() {
    one.lock();
    return new Turn(chosen.orElseThrow().open());
  }

  /** The backend, held by one training. */
  final class Turn implements AutoCloseable {

    private final Backend backend;

    private Turn(Backend backend) {
      this.backend = backend;
    }

    Backend backend() {
      return backend;
    }

    @Override
    public void close() {
      one.unlock();
    }
  }

  @PreDestroy
  void close() {
    chosen.ifPresent(ConfiguredBackend::close);
  }
}
