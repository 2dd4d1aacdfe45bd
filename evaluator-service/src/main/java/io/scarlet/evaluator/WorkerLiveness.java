package io.scarlet.evaluator;

import io.scarlet.evaluator.kafka.CandidateWorker;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The process lives while its worker does; only a restart brings a worker back. */
@Liveness
@ApplicationScoped
public class WorkerLiveness implements HealthCheck {

  private final CandidateWorker worker;

  /** For this worker. */
  public WorkerLiveness(CandidateWorker worker) {
    this.worker = worker;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("worker").status(worker.alive()).build();
  }
}
