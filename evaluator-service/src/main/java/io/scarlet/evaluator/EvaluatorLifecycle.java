package io.scarlet.evaluator;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.scarlet.evaluator.kafka.CandidateWorker;
import io.scarlet.evaluator.kafka.ProcessIdentity;
import io.scarlet.evaluator.settings.EvaluatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Starts and ends the work with the service. */
@ApplicationScoped
public class EvaluatorLifecycle {

  private static final Logger LOG = Logger.getLogger(EvaluatorLifecycle.class);

  private final CandidateWorker worker;
  private final EvaluatorSettings settings;

  /** For this worker. */
  public EvaluatorLifecycle(CandidateWorker worker, EvaluatorSettings settings) {
    this.worker = worker;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event) {
    ProcessIdentity identity = ProcessIdentity.of(settings.evaluator().id());
    worker.start(identity);
    LOG.infof(
        "evaluator %s takes candidates (%s)",
        identity.evaluatorId(), settings.evaluator().sharing().name().toLowerCase(Locale.ROOT));
  }

  void stop(@Observes ShutdownEvent event) {
    worker.stop();
  }
}
