package io.scarlet.evaluator.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evaluator.scoring.Scorer;
import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.ScoreStatus;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicPreparation;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaBroker;
import io.scarlet.testing.KafkaStack;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a queue does that partitions cannot, and what the broker counts of it. */
@Timeout(120)
class QueueIntakeTest {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers = KafkaStack.shared().bootstrapServers();
  private final URI registry = KafkaStack.shared().registry();
  private final Log log = new Log(bootstrapServers, registry);

  /** Where there are fewer evaluators than partitions, the broker gives each partition to one. */
  @Test
  void twoEvaluatorsShareOnePartition() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Scorer waiting = Scorers.after(candidate -> await(both));

    try (KafkaBroker broker = KafkaBroker.start()) {
      prepare(broker, 1);
      Log single = new Log(broker.bootstrapServers(), registry);
      single.propose(Log.candidate("shared", 0, "any", "0"));
      single.propose(Log.candidate("shared", 1, "any", "0"));
      try (RunningLoop _ = RunningLoop.of(loop(broker, "left", waiting));
          RunningLoop _ = RunningLoop.of(loop(broker, "right", waiting))) {
        assertThat(scores(single, "shared", Set.of("left", "right"), 2))
            .extracting(CandidateScored::getEvaluatorId)
            .containsExactlyInAnyOrder("left", "right");
      }
    }
  }

  @Test
  void candidatesAreScoredOnceEachAndWhatIsNoneBecomesADeadLetter() throws Exception {
    log.propose("queue-poison", "not avro at all".getBytes(UTF_8));
    for (int slot = 0; slot < 20; slot++) {
      log.propose(Log.candidate("queued", slot, "any", "0"));
    }

    try (RunningLoop _ = RunningLoop.of(loop("queued", Scorers.content()))) {
      assertThat(scores(log, "queued", Set.of("queued"), 20))
          .extracting(CandidateScored::getCandidateId)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 20).mapToObj(slot -> "queued-0-" + slot).toList());
      assertThat(letters("queue-poison"))
          .isNotEmpty()
          .allSatisfy(reason -> assertThat(reason).startsWith("not in Scarlet's wire format: "));
    }

    try (ShareConsumer<byte[], byte[]> next = consumer("queued")) {
      assertThat(next.poll(Duration.ofSeconds(5))).as("all is acknowledged").isEmpty();
    }
  }

  @Test
  void aCandidateThatNobodyIsDoneWithIsGivenUpAfterThreeDeliveries() throws Exception {
    log.propose(Log.candidate("unfinished", 0, "any", "0"));
    evaluator("unfinished", "unfinished").prepareQueue();
    handOut("unfinished-0-0", "unfinished", Attempts.MOST);

    try (RunningLoop _ = RunningLoop.of(loop("unfinished", Scorers.content()))) {
      String reason = "gave up: handed out 3 times, and no evaluator was done within its lock";
      assertThat(scores(log, "unfinished", Set.of("unfinished"), 1))
          .singleElement()
          .satisfies(
              score -> {
                assertThat(score.getStatus()).isEqualTo(ScoreStatus.FAILED);
                assertThat(score.getFailure()).isEqualTo(reason);
              });
      assertThat(letters("unfinished-0-0")).containsOnly(reason);
    }
  }

  /** Takes a candidate and gives it back in the way that the broker counts. */
  private void handOut(String key, String group, int times) {
    try (ShareConsumer<byte[], byte[]> consumer = consumer(group)) {
      for (int given = 0; given < times; ) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          boolean wanted = new String(record.key(), UTF_8).equals(key);
          consumer.acknowledge(record, wanted ? AcknowledgeType.RELEASE : AcknowledgeType.ACCEPT);
          given += wanted ? 1 : 0;
        }
        consumer.commitSync();
      }
    }
  }

  private ShareConsumer<byte[], byte[]> consumer(String group) {
    ShareConsumer<byte[], byte[]> consumer =
        evaluator(group, "another").clients().shareConsumer(group);
    consumer.subscribe(List.of(TopicCatalogue.CANDIDATES.name()));
    return consumer;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException("no other evaluator came", alone);
    }
  }

  private TestEvaluator evaluator(String group, String id) {
    return new TestEvaluator(bootstrapServers, Sharing.QUEUE, group, id);
  }

  private CandidateLoop loop(String name, Scorer scorer) {
    return evaluator(name, name).loop(new WireFormat(registry), scorer, new Heard());
  }

  private CandidateLoop loop(KafkaBroker broker, String id, Scorer scorer) {
    return new TestEvaluator(broker.bootstrapServers(), Sharing.QUEUE, "pair", id)
        .loop(new WireFormat(registry), scorer, new Heard());
  }

  /** The topics, that of the candidates with so many partitions. */
  private void prepare(KafkaBroker broker, int partitions) throws Exception {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(new NewTopic(TopicCatalogue.CANDIDATES.name(), partitions, (short) 1)))
          .all()
          .get();
      new TopicPreparation(admin, RegistryConnection.to(registry))
          .prepareTopics(TopicCatalogue.all());
    }
  }

  private static List<CandidateScored> scores(
      Log log, String search, Set<String> evaluators, int count) {
    return log.read(
        TopicCatalogue.SCORES,
        CandidateScored.class,
        score -> score.getSearchId().equals(search) && evaluators.contains(score.getEvaluatorId()),
        count);
  }

  private List<String> letters(String key) {
    return log
        .read(
            TopicCatalogue.CANDIDATES_DLQ,
            DeadLetter.class,
            letter -> UTF_8.decode(letter.getKey().duplicate()).toString().equals(key),
            1)
        .stream()
        .map(DeadLetter::getReason)
        .toList();
  }
}
