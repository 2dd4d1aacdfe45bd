package io.scarlet.evaluator.scoring;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.BackendUnavailableException;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What this evaluator computes with. It does not start without, since it would fail candidates that
 * other evaluators can score, unless it is told to compute nothing.
 */
@ApplicationScoped
public class ScoringBackend implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ScoringBackend.class);

  private final BackendChoice wanted;
  private final int threads;
  private Optional<ConfiguredBackend> chosen = Optional.empty();

  /** Nothing is chosen before the start. */
  @Inject
  public ScoringBackend(EvaluatorSettings settings) {
    wanted = settings.evaluator().backend();
    threads = settings.evaluator().threads().orElse(Runtime.getRuntime().availableProcessors());
  }

  /**
   * A backend without a service around it.
   *
   * @param wanted what computes
   * @param threads that compute; they never change a score
   * @throws BackendUnavailableException where it cannot compute here
   */
  public ScoringBackend(BackendChoice wanted, int threads) {
    this.wanted = wanted;
    this.threads = threads;
    chosen = Optional.of(configured());
  }

  /**
   * Before the broker is asked for anything: no broker mends this. Of an exception of this kind
   * without a cause, Quarkus prints the message and no stack.
   */
  void choose(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
    if (wanted == BackendChoice.NONE) {
      LOG.info("computes nothing, as set: it scores by tables only");
      return;
    }
    try {
      ConfiguredBackend backend = configured();
      LOG.info(backend.summary());
      chosen = Optional.of(backend);
    } catch (BackendUnavailableException e) {
      throw new ConfigurationException(
          "evaluator: %s; to score by tables only, set scarlet.evaluator.backend=none"
              .formatted(e.getMessage()));
    }
  }

  /**
   * The backend, the same at every call.
   *
   * @throws NotScorableException if this evaluator is told to compute nothing
   */
  Backend open() throws NotScorableException {
    return chosen
        .orElseThrow(
            () ->
                new NotScorableException(
                    "this evaluator scores by tables only: set scarlet.evaluator.backend=auto"))
        .open();
  }

  @Override
  @PreDestroy
  public void close() {
    chosen.ifPresent(ConfiguredBackend::close);
  }

  private ConfiguredBackend configured() {
    return new ConfiguredBackend(InstalledBackends.onClassPath(), wanted, threads);
  }
}
