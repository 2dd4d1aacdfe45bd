package io.scarlet.evaluator;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready while broker and registry let it work. */
@Readiness
@ApplicationScoped
public class WorkReadiness implements HealthCheck {

  private final EvaluatorTelemetry telemetry;

  /** By what this telemetry heard. */
  public WorkReadiness(EvaluatorTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("takes candidates").status(telemetry.isWorking()).build();
  }
}
