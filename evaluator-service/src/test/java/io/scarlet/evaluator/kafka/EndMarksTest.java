package io.scarlet.evaluator.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EndMarksTest {

  private static final String GROUP = "idle";

  private final KafkaStack stack = KafkaStack.shared();
  private final Log log = new Log(stack.bootstrapServers(), stack.registry());
  private final TestEvaluator evaluator =
      new TestEvaluator(stack.bootstrapServers(), Sharing.PARTITIONS, GROUP, GROUP);

  @Test
  void whenAllIsScoredThereIsNoLagThoughEveryTransactionEndsBehindItsLastCandidate() {
    for (int slot = 0; slot < 3; slot++) {
      proposeInTransaction(Log.candidate(GROUP, slot, "any", "0"), slot != 1);
    }
    CandidateLoop loop =
        evaluator.loop(new WireFormat(stack.registry()), Scorers.content(), new Heard());
    try (RunningLoop _ = RunningLoop.of(loop)) {
      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(lag()).isZero());
    }
  }

  /** As the evolver does, and as one does that dies over it. */
  private void proposeInTransaction(CandidateProposed candidate, boolean commit) {
    try (Producer<byte[], byte[]> evolver = evaluator.clients().producer("proposals")) {
      evolver.initTransactions();
      evolver.beginTransaction();
      var _ =
          evolver.send(
              new ProducerRecord<>(
                  TopicCatalogue.CANDIDATES.name(),
                  candidate.getCandidateId().getBytes(UTF_8),
                  log.encoded(candidate)));
      evolver.flush();
      if (commit) {
        evolver.commitTransaction();
      } else {
        evolver.abortTransaction();
      }
    }
  }

  /** As who scales by it computes it. */
  private long lag() throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
      Map<TopicPartition, OffsetAndMetadata> done =
          admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
      return admin
          .listOffsets(
              IntStream.range(0, TopicCatalogue.CANDIDATES.partitions())
                  .mapToObj(number -> new TopicPartition(TopicCatalogue.CANDIDATES.name(), number))
                  .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
          .all()
          .get()
          .entrySet()
          .stream()
          .mapToLong(
              end ->
                  end.getValue().offset()
                      - (done.containsKey(end.getKey()) ? done.get(end.getKey()).offset() : 0))
          .sum();
    }
  }
}
