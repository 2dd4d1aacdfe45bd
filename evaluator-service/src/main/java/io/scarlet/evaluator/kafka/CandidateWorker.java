package io.scarlet.evaluator.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.All;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Scorer;
import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicCheck;
import io.scarlet.schemas.kafka.WireFormat;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The thread that works candidates off, from the start of the service to its end. */
@ApplicationScoped
public class CandidateWorker {

  /** After the end is asked for; an evaluation cut short runs again elsewhere. */
  private static final Duration FAREWELL = Duration.ofSeconds(20);

  private final KafkaConnection broker;
  private final EvaluatorSettings settings;
  private final List<Scorer> scorers;
  private final LoopListener listener;
  private final ScoringTraces traces;

  private CandidateLoop loop;
  private volatile Thread thread;

  /** With the settings named {@code kafka.*}, as Quarkus gathers them. */
  public CandidateWorker(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      EvaluatorSettings settings,
      @All List<Scorer> scorers,
      LoopListener listener,
      OpenTelemetry telemetry) {
    this.broker = new KafkaConnection(kafka);
    this.settings = settings;
    this.scorers = scorers;
    this.listener = listener;
    this.traces = new ScoringTraces(telemetry);
  }

  /**
   * Checks the cluster, then starts.
   *
   * @param identity of this process
   * @throws io.scarlet.schemas.kafka.TopicCheckFailed with every fault and its fix
   * @throws io.quarkus.runtime.configuration.ConfigurationException where there is no queue
   */
  public void start(ProcessIdentity identity) {
    checkCluster();
    WireFormat wire = new WireFormat(RegistryConnection.of(settings.registry()));
    KafkaClients clients = new KafkaClients(broker);
    TransactionalOutput output =
        new TransactionalOutput(() -> clients.producer(identity.transactionalId()));
    RecordScoring scoring =
        new RecordScoring(
            new CandidateReader(wire),
            new OutcomeWriter(wire, identity.evaluatorId()),
            new Evaluation(scorers, settings.evaluator().retries(), listener::attemptFailed),
            listener,
            traces);
    Intake intake =
        switch (settings.evaluator().sharing()) {
          case PARTITIONS ->
              new PartitionIntake(clients.consumer(AccessCatalogue.EVALUATORS), output, scoring);
          case QUEUE ->
              new QueueIntake(
                  () -> clients.shareConsumer(AccessCatalogue.EVALUATORS_QUEUE),
                  output,
                  scoring,
                  new QueueAttempts(clients.offsets(AccessCatalogue.EVALUATORS_QUEUE_ATTEMPTS)));
        };
    loop = new CandidateLoop(intake, listener);
    thread = Thread.ofPlatform().name("candidates").start(loop);
  }

  private void checkCluster() {
    Admin admin = broker.admin();
    try {
      new TopicCheck(admin, broker)
          .verify(AccessCatalogue.EVALUATOR, settings.evaluator().patience());
      if (settings.evaluator().sharing() == Sharing.QUEUE) {
        new QueuePreparation(admin)
            .prepare(AccessCatalogue.EVALUATORS_QUEUE, settings.evaluator().lock());
      }
    } finally {
      admin.close(Duration.ZERO); // otherwise it waits for answers that no longer matter
    }
  }

  /** Whether the thread runs; it never ends by itself. */
  public boolean alive() {
    return thread != null && thread.isAlive();
  }

  /** Lets the current candidate finish, within limits, and ends the thread. */
  public void stop() {
    if (thread == null) {
      return;
    }
    loop.stop();
    try {
      if (!thread.join(FAREWELL)) {
        thread.interrupt();
        thread.join(FAREWELL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
