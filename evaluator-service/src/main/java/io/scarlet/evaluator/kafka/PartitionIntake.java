package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.kafka.RecordScoring.Finished;
import io.scarlet.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * The candidates of some partitions: read, score, publish. Those that are scored in no time share a
 * transaction.
 *
 * <p>Scoring happens outside the transaction, publishing inside. So an evaluation may run twice,
 * after a crash or a rebalance, but its score shows once. After a failure it returns to the offsets
 * that are committed.
 */
final class PartitionIntake implements Intake {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Scores wait so long, at most, for others to go into their transaction. */
  private static final Duration TOGETHER = Duration.ofMillis(50);

  private final Consumer<byte[], byte[]> consumer;
  private final TransactionalOutput output;
  private final RecordScoring scoring;
  private final Attempts attempts;
  private final EndMarks endMarks;

  /**
   * A member of the consumer's group; all three are closed with this.
   *
   * @param consumer not subscribed yet
   */
  PartitionIntake(
      Consumer<byte[], byte[]> consumer, TransactionalOutput output, RecordScoring scoring) {
    this.consumer = consumer;
    this.output = output;
    this.scoring = scoring;
    this.attempts = new Attempts(consumer);
    this.endMarks = new EndMarks(consumer);
    consumer.subscribe(Set.of(TopicCatalogue.CANDIDATES.name()), attempts);
  }

  @Override
  public void open() {
    output.open();
    returnToCommitted();
  }

  @Override
  public void turn() throws InterruptedException {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    if (polled.isEmpty()) {
      endMarks.pass();
    } else {
      handle(polled);
    }
  }

  /** A mark that stays costs the next one caution, nothing else. */
  @Override
  public void release() {
    attempts.release();
  }

  @Override
  public void wake() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    try (scoring;
        output;
        consumer) {
      // Nothing else is open.
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> polled) throws InterruptedException {
    List<Finished> finished = finish(attempts.together(polled));
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    finished.forEach(
        each ->
            done.put(
                Attempts.partition(each.record()),
                new OffsetAndMetadata(each.record().offset() + 1)));
    if (!finished.isEmpty()) {
      output.commit(
          finished.stream().flatMap(each -> each.results().stream()).toList(),
          done,
          consumer.groupMetadata());
      attempts.finished(done.keySet());
      finished.forEach(each -> each.news().run());
    }
    for (TopicPartition partition : polled.partitions()) {
      returnTo(polled.records(partition), done.get(partition));
    }
  }

  /** Goes back to what was read of a partition and is not done. */
  private void returnTo(List<ConsumerRecord<byte[], byte[]>> read, OffsetAndMetadata done) {
    TopicPartition partition = Attempts.partition(read.getFirst());
    if (done == null) {
      consumer.seek(partition, read.getFirst().offset());
    } else if (done.offset() <= read.getLast().offset()) {
      consumer.seek(partition, done.offset());
    }
  }

  /** As many as one transaction shall hold; none while the group shares its work out anew. */
  private List<Finished> finish(List<ConsumerRecord<byte[], byte[]>> together)
      throws InterruptedException {
    if (attempts.refusal(together.getFirst()).isEmpty()) {
      try {
        attempts.begin(together);
      } catch (RebalanceInProgressException e) {
        return List.of();
      }
    }
    List<Finished> finished = new ArrayList<>();
    long start = System.nanoTime();
    for (ConsumerRecord<byte[], byte[]> record : together) {
      finished.add(scoring.finish(record, () -> attempts.refusal(record)));
      if (System.nanoTime() - start > TOGETHER.toNanos()) {
        break;
      }
    }
    return finished;
  }

  private void returnToCommitted() {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
    attempts.restore(committed);
    for (TopicPartition partition : assigned) {
      OffsetAndMetadata offset = committed.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(Set.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }
}
