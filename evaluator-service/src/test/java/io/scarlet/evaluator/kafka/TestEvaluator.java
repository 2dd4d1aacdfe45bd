package io.scarlet.evaluator.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Scorer;
import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * An evaluator without a service around it.
 *
 * @param sharing how it shares candidates
 * @param group with whom
 * @param id what its scores carry
 */
record TestEvaluator(String bootstrapServers, Sharing sharing, String group, String id) {

  /** The least that a broker takes by default. */
  private static final Duration LOCK = Duration.ofSeconds(15);

  KafkaClients clients() {
    return new KafkaClients(
        new KafkaConnection(
            Map.of("bootstrap.servers", bootstrapServers, "group.instance.id", id)));
  }

  /** Its loop, with the settings of its group on the broker. */
  CandidateLoop loop(WireFormat wire, Scorer scorer, LoopListener listener) {
    return loop(wire, scorer, listener, OpenTelemetry.noop());
  }

  /** The same, with traces. */
  CandidateLoop loop(
      WireFormat wire, Scorer scorer, LoopListener listener, OpenTelemetry telemetry) {
    TransactionalOutput output =
        new TransactionalOutput(() -> clients().producer(id + "-transactions"));
    RecordScoring scoring =
        new RecordScoring(
            new CandidateReader(wire),
            new OutcomeWriter(wire, id),
            new Evaluation(List.of(scorer), 0, listener::attemptFailed),
            listener,
            new ScoringTraces(telemetry));
    return new CandidateLoop(
        switch (sharing) {
          case PARTITIONS -> new PartitionIntake(clients().consumer(group), output, scoring);
          case QUEUE -> {
            prepareQueue();
            yield new QueueIntake(
                () -> clients().shareConsumer(group),
                output,
                scoring,
                new QueueAttempts(clients().offsets(group + "-attempts")));
          }
        },
        listener);
  }

  /** Once a loop was made, this is done. */
  void prepareQueue() {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
      new QueuePreparation(admin).prepare(group, LOCK);
    }
  }
}
