package io.scarlet.evaluator.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Remembers across the death of processes which candidates of the queue were begun. The broker's
 * own count does not: it takes the delivery back when the connection of its receiver breaks, which
 * is what a death looks like to it. It counts those that end by the lock alone.
 *
 * <p>The marks are metadata of offsets, as in {@link Attempts}, of a group that has no members.
 * Several processes write those of one partition, each what it read a moment before. Where two do
 * so at the same time a mark may be lost, and the candidate is met once more.
 */
final class QueueAttempts implements AutoCloseable {

  private final Consumer<byte[], byte[]> group;

  /** The last that this process began of each partition, by its offset. */
  private final Map<TopicPartition, Long> own = new HashMap<>();

  /**
   * None begun.
   *
   * @param group whose offsets bear the marks; it never subscribes, and is closed with this
   */
  QueueAttempts(Consumer<byte[], byte[]> group) {
    this.group = group;
  }

  /**
   * Marks a candidate that is about to be scored, unless it shall not be; then says why. Returns
   * when the broker has it. What this process began before is over.
   */
  Optional<String> begin(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = Attempts.partition(record);
    BegunMarks marks = marks(partition);
    if (marks.of(record.offset()) >= Attempts.MOST) {
      return Optional.of(Attempts.DEADLY);
    }
    if (record.deliveryCount().orElse((short) 1) > Attempts.MOST) {
      return Optional.of(
          "gave up: handed out %d times, and no evaluator was done within its lock"
              .formatted(Attempts.MOST));
    }
    commit(Map.of(partition, withoutOwn(partition, marks).begun(record.offset())));
    own.put(partition, record.offset());
    return Optional.empty();
  }

  /** Takes away what this process marked: it died over nothing. */
  void release() {
    Map<TopicPartition, BegunMarks> left = new HashMap<>();
    own.keySet().forEach(partition -> left.put(partition, withoutOwn(partition, marks(partition))));
    commit(left);
    own.clear();
  }

  @Override
  public void close() {
    group.close();
  }

  private BegunMarks withoutOwn(TopicPartition partition, BegunMarks marks) {
    return Optional.ofNullable(own.get(partition)).map(marks::without).orElse(marks);
  }

  private BegunMarks marks(TopicPartition partition) {
    return Optional.ofNullable(group.committed(Set.of(partition)).get(partition))
        .map(offset -> BegunMarks.of(offset.metadata()))
        .orElseGet(() -> BegunMarks.of(""));
  }

  private void commit(Map<TopicPartition, BegunMarks> marks) {
    if (!marks.isEmpty()) {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      marks.forEach(
          (partition, each) -> offsets.put(partition, new OffsetAndMetadata(0, each.text())));
      group.commitSync(offsets);
    }
  }
}
