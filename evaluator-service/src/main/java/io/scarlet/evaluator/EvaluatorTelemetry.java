package io.scarlet.evaluator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.scarlet.evaluator.kafka.LoopListener;
import io.scarlet.evaluator.scoring.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Counts and logs what happens. Metrics: {@code scarlet_evaluation_seconds} (tag {@code outcome},
 * scored or failed), {@code scarlet_undecodable_records_total}, {@code
 * scarlet_evaluator_stalls_total}. No tag names a candidate: their number has no bound.
 */
@ApplicationScoped
public class EvaluatorTelemetry implements LoopListener {

  private static final Logger LOG = Logger.getLogger(EvaluatorTelemetry.class);

  private final Timer scored;
  private final Timer failed;
  private final Counter undecodable;
  private final Counter stalls;

  private volatile boolean working;
  private String lastStall = "";

  /** Counting in this registry. */
  public EvaluatorTelemetry(MeterRegistry meters) {
    scored = meters.timer("scarlet.evaluation", "outcome", "scored");
    failed = meters.timer("scarlet.evaluation", "outcome", "failed");
    undecodable = meters.counter("scarlet.undecodable.records");
    stalls = meters.counter("scarlet.evaluator.stalls");
  }

  /** Whether candidates can be taken just now. */
  public boolean isWorking() {
    return working;
  }

  @Override
  public void working() {
    working = true;
  }

  /** Logs a stall once, however often it repeats. */
  @Override
  public void stalled(RuntimeException cause) {
    working = false;
    stalls.increment();
    String stall = Objects.toString(cause.getMessage(), cause.getClass().getSimpleName());
    if (!stall.equals(lastStall)) {
      lastStall = stall;
      LOG.warnf(cause, "stalled, trying again: %s", stall);
    }
  }

  @Override
  public void evaluated(String candidateId, Outcome outcome) {
    lastStall = "";
    switch (outcome) {
      case Outcome.Scored(var score, var took) -> {
        scored.record(took);
        LOG.debugf("%s has accuracy %s", candidateId, score.accuracy());
      }
      case Outcome.Failed(var reason, var took) -> {
        failed.record(took);
        LOG.warnf("candidate %s failed: %s", candidateId, reason);
      }
    }
  }

  @Override
  public void undecodable(String place, String reason) {
    lastStall = "";
    undecodable.increment();
    LOG.warnf("%s is no candidate: %s", place, reason);
  }
}
