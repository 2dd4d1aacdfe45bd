package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.kafka.RecordScoring.Finished;
import io.scarlet.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The next candidates of a queue: take, score, publish, acknowledge, one after the other.
 *
 * <p>A score is published before its candidate is acknowledged, and the two cannot be one
 * transaction. So no candidate is lost, and one whose evaluator dies in between, or is slower than
 * its lock, may have two scores.
 *
 * <p>What is taken and not done goes back by closing the consumer, after a failure too: the broker
 * does not count such a delivery. It counts one that is released by an acknowledgement, and gives
 * up a record after some.
 */
final class QueueIntake implements Intake {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Supplier<ShareConsumer<byte[], byte[]>> consumers;
  private final TransactionalOutput output;
  private final RecordScoring scoring;
  private final QueueAttempts attempts;
  private final Queue<ConsumerRecord<byte[], byte[]>> taken = new ArrayDeque<>();

  private volatile Optional<ShareConsumer<byte[], byte[]>> open = Optional.empty();

  /**
   * A member of a share group; all that can be is closed with this.
   *
   * @param consumers makes one, not subscribed yet, whenever this opens
   */
  QueueIntake(
      Supplier<ShareConsumer<byte[], byte[]>> consumers,
      TransactionalOutput output,
      RecordScoring scoring,
      QueueAttempts attempts) {
    this.consumers = consumers;
    this.output = output;
    this.scoring = scoring;
    this.attempts = attempts;
  }

  @Override
  public void open() {
    leave();
    output.open();
    attempts.release();
    ShareConsumer<byte[], byte[]> consumer = consumers.get();
    open = Optional.of(consumer);
    consumer.subscribe(Set.of(TopicCatalogue.CANDIDATES.name()));
  }

  @Override
  public void turn() throws InterruptedException {
    ShareConsumer<byte[], byte[]> consumer = open.orElseThrow();
    if (taken.isEmpty()) {
      consumer.poll(POLL).forEach(taken::add);
    } else {
      Finished finished = scoring.finish(taken.element(), () -> attempts.begin(taken.element()));
      output.commit(finished.results());
      finished.news().run();
      acknowledge(consumer, taken.remove());
    }
  }

  @Override
  public void release() {
    leave();
    attempts.release();
  }

  @Override
  public void wake() {
    open.ifPresent(ShareConsumer::wakeup);
  }

  @Override
  public void close() {
    try (scoring;
        output;
        attempts) {
      leave();
    }
  }

  private void leave() {
    taken.clear();
    Optional<ShareConsumer<byte[], byte[]>> left = open;
    open = Optional.empty();
    left.ifPresent(consumer -> consumer.close(FAREWELL));
  }

  /** Fails where somebody else has the candidate meanwhile; then it is scored twice. */
  private static void acknowledge(
      ShareConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> record) {
    consumer.acknowledge(record, AcknowledgeType.ACCEPT);
    commit(consumer)
        .values()
        .forEach(
            failure ->
                failure.ifPresent(
                    late -> {
                      throw late;
                    }));
  }

  private static Map<TopicIdPartition, Optional<KafkaException>> commit(
      ShareConsumer<byte[], byte[]> consumer) {
    try {
      return consumer.commitSync();
    } catch (WakeupException e) {
      return consumer.commitSync(); // woken for the end while it was scoring
    }
  }
}
