package io.scarlet.evolver;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once all that lay on the log is folded, not merely once connected. From then on being
 * RUNNING is enough: new records are work, not a reason to be called unready.
 */
@Readiness
class CaughtUp implements HealthCheck {

  private final KafkaStreams streams;
  private final InputLag lag;
  private volatile boolean reached;

  CaughtUp(KafkaStreams streams, InputLag lag, MeterRegistry meters) {
    this.streams = streams;
    this.lag = lag;
    Gauge.builder("scarlet.evolver.caught.up", () -> reached && isRunning() ? 1 : 0)
        .description("Whether all that lay on the log at the start is folded, 1 or 0")
        .register(meters);
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State state = streams.state();
    var response =
        HealthCheckResponse.named("caught up with the log").withData("streams", state.name());
    if (state != KafkaStreams.State.RUNNING) {
      return response.down().build();
    }
    if (!reached) {
      try {
        Set<TopicPartition> behind = lag.behind();
        reached = behind.isEmpty();
        response.withData("behind", behind.toString());
      } catch (ExecutionException | TimeoutException e) {
        response.withData("broker", "does not answer: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return response.status(reached).build();
  }

  private boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }
}
