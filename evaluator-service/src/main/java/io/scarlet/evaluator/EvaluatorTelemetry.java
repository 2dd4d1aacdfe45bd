package io.scarlet.evaluator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.scarlet.evaluator.kafka.LoopListener;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.scoring.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Counts and logs what happens; {@code docs/metrics.md} has all metrics. Every series is there from
 * the start, so that the first failure is seen as one more. No tag names a candidate: their number
 * has no bound.
 */
@ApplicationScoped
public class EvaluatorTelemetry implements LoopListener {

  private static final Logger LOG = Logger.getLogger(EvaluatorTelemetry.class);

  /** From the look-up in a table to a large network on large pictures. */
  private static final Duration[] BOUNDS =
      Stream.of("0.001", "0.01", "0.1", "0.5", "1", "2", "5", "10", "30", "60", "300", "1800")
          .map(seconds -> Duration.parse("PT" + seconds + "S"))
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Timer scored;
  private final Timer failed;
  private final Counter stalls;

  private volatile boolean working;
  private String lastStall = "";

  /** Counting in this registry. */
  public EvaluatorTelemetry(MeterRegistry meters) {
    this.meters = meters;
    scored = evaluation("scored");
    failed = evaluation("failed");
    deadLetter("failed");
    deadLetter("undecodable");
    failedAttempt("store");
    failedAttempt("other");
    stalls =
        Counter.builder("scarlet.evaluator.stalls")
            .description("Interruptions by broker or registry")
            .register(meters);
    Gauge.builder("scarlet.evaluator.working", () -> working ? 1 : 0)
        .description("Whether candidates can be taken, 1 or 0")
        .register(meters);
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

  /** Logs nothing: the last one becomes the reason of an outcome. */
  @Override
  public void attemptFailed(RuntimeException cause) {
    failedAttempt(cause instanceof StoreUnavailableException ? "store" : "other").increment();
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
        deadLetter("failed").increment();
        LOG.warnf("candidate %s failed: %s", candidateId, reason);
      }
    }
  }

  @Override
  public void undecodable(String place, String reason) {
    lastStall = "";
    deadLetter("undecodable").increment();
    LOG.warnf("%s is no candidate: %s", place, reason);
  }

  private Timer evaluation(String outcome) {
    return Timer.builder("scarlet.evaluator.evaluation")
        .description("Time that evaluations took, all attempts together")
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  private Counter deadLetter(String reason) {
    return Counter.builder("scarlet.evaluator.dead.letters")
        .description("Candidates that failed, and records that hold none")
        .tag("reason", reason)
        .register(meters);
  }

  private Counter failedAttempt(String cause) {
    return Counter.builder("scarlet.evaluator.attempts.failed")
        .description("Attempts to score that failed: the artifact store, or anything else")
        .tag("cause", cause)
        .register(meters);
  }
}
