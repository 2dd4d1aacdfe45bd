package io.scarlet.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.scoring.Score;
import io.scarlet.evaluator.scoring.Scorer;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.ScoreStatus;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaStackResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the loop does when Kafka or the registry fail it, beside the service's own loop. */
@QuarkusTest
@QuarkusTestResource(KafkaStackResource.class)
class CandidateLoopTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @ConfigProperty(name = "scarlet.registry.url")
  URI registry;

  /** Keeps what the loop says. */
  private static final class Heard implements LoopListener {
    final BlockingQueue<RuntimeException> stalls = new LinkedBlockingQueue<>();

    @Override
    public void working() {}

    @Override
    public void stalled(RuntimeException cause) {
      stalls.add(cause);
    }

    @Override
    public void evaluated(String candidateId, Outcome outcome) {}

    @Override
    public void undecodable(String place, String reason) {}
  }

  /** Ends the transactions of the loop that it serves while it scores for the first time. */
  private final class Fencing implements Scorer {
    final AtomicInteger attempts = new AtomicInteger();

    @Override
    public Candidate.Source source() {
      return Candidate.Source.TABLE;
    }

    @Override
    public Score score(Candidate candidate) {
      if (candidate.searchId().equals("fenced") && attempts.incrementAndGet() == 1) {
        try (Producer<byte[], byte[]> intruder = clients().producer("fenced-transactions")) {
          intruder.initTransactions();
        }
      }
      return new Score(0.25, OptionalDouble.empty());
    }
  }

  @Test
  void aCandidateWhoseTransactionFailsIsScoredAgainAndItsScoreShowsOnce() throws Exception {
    Log log = new Log(bootstrapServers, registry);
    log.propose(Log.candidate("fenced", 0, "any", "0"));
    Fencing scorer = new Fencing();
    Heard heard = new Heard();
    WireFormat wire = new WireFormat(registry);
    CandidateLoop loop = loop("fenced", wire, scorer, heard);
    Thread thread = Thread.ofPlatform().start(loop);
    try {
      List<CandidateScored> scores =
          log.read(
              TopicCatalogue.SCORES,
              CandidateScored.class,
              score ->
                  score.getSearchId().equals("fenced") && score.getEvaluatorId().equals("fenced"),
              1);
      assertThat(scores).hasSize(1);
      assertThat(scorer.attempts).hasValue(2);
      assertThat(heard.stalls).hasSize(1);
    } finally {
      loop.stop();
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void candidatesWaitWhileTheRegistryIsAway() throws Exception {
    new Log(bootstrapServers, registry).propose(Log.candidate("waiting", 0, "any", "0"));
    Heard heard = new Heard();
    WireFormat nobody = new WireFormat(URI.create("http://127.0.0.1:1"));
    CandidateLoop loop = loop("waiting", nobody, new Fencing(), heard);
    Thread thread = Thread.ofPlatform().start(loop);
    try {
      assertThat(heard.stalls.poll(60, TimeUnit.SECONDS)).isInstanceOf(RegistryUnavailable.class);
      assertThat(heard.stalls.poll(60, TimeUnit.SECONDS)).isNotNull();
    } finally {
      loop.stop();
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
      assertThat(
              admin
                  .listConsumerGroupOffsets("waiting")
                  .partitionsToOffsetAndMetadata()
                  .get()
                  .values())
          .as("no candidate is passed over, and none is marked as begun")
          .allSatisfy(offset -> assertThat(offset.offset()).isZero())
          .allSatisfy(offset -> assertThat(offset.metadata()).isEmpty());
    }
  }

  @Test
  @Timeout(120)
  void aCandidateThatKillsEveryEvaluatorIsGivenUpAndItsNeighboursAreScored() throws Exception {
    Log log = new Log(bootstrapServers, registry);
    for (int slot = 0; slot < 6; slot++) {
      String code = slot == 3 ? PoisonedEvaluator.POISON : "healthy";
      log.propose(Log.candidate("killing", slot, "any", code));
    }

    int deaths = 0;
    Process evaluator = poisonedEvaluator();
    while (evaluator.inputReader().readLine() == null) {
      assertThat(evaluator.waitFor()).isEqualTo(PoisonedEvaluator.DEAD_OF_POISON);
      deaths++;
      evaluator = poisonedEvaluator();
    }

    List<CandidateScored> scores =
        log.read(
            TopicCatalogue.SCORES,
            CandidateScored.class,
            score ->
                score.getSearchId().equals("killing")
                    && score.getEvaluatorId().equals(PoisonedEvaluator.NAME),
            6);
    evaluator.destroyForcibly().waitFor();
    assertThat(deaths).as("once together with others, and alone").isBetween(3, 4);
    assertThat(scores).hasSize(6);
    assertThat(scores)
        .filteredOn(score -> score.getStatus() == ScoreStatus.FAILED)
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.getCandidateId()).isEqualTo("killing-0-3");
              assertThat(failed.getFailure()).isEqualTo("gave up: 3 evaluators died over it");
            });
    assertThat(
            log.read(
                TopicCatalogue.CANDIDATES_DLQ,
                DeadLetter.class,
                letter -> letter.getReason().equals("gave up: 3 evaluators died over it"),
                1))
        .hasSize(1);
  }

  private Process poisonedEvaluator() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PoisonedEvaluator.class.getName(),
            bootstrapServers,
            registry.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private KafkaClients clients() {
    return new KafkaClients(Map.of("bootstrap.servers", bootstrapServers));
  }

  private CandidateLoop loop(String name, WireFormat wire, Scorer scorer, LoopListener listener) {
    return new CandidateLoop(
        clients().consumer(name),
        new TransactionalOutput(() -> clients().producer(name + "-transactions")),
        new CandidateReader(wire),
        new OutcomeWriter(wire, name),
        new Evaluation(List.of(scorer), 0),
        listener);
  }
}
