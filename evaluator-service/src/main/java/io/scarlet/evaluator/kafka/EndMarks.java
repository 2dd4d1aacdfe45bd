package io.scarlet.evaluator.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * Leaves no lag behind where there is nothing to do. The end mark of a transaction takes an offset
 * that no record has, and so do records of one that was given up. Who scales evaluators by their
 * lag would take them for work, and never let the last evaluator go.
 */
final class EndMarks {

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> seen = new HashMap<>();

  /**
   * None passed.
   *
   * @param consumer stays the caller's
   */
  EndMarks(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Commits the positions that are beyond what is committed. All records before a position are
   * done: who leaves one undone goes back to it.
   */
  void pass() {
    Map<TopicPartition, Long> moved = moved();
    if (moved.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(moved.keySet());
    moved.forEach(
        (partition, position) -> {
          OffsetAndMetadata offset = committed.get(partition);
          if (position > (offset == null ? 0 : offset.offset())) {
            passed.put(partition, new OffsetAndMetadata(position));
          }
        });
    try {
      if (!passed.isEmpty()) {
        consumer.commitSync(passed);
      }
      seen.putAll(moved);
    } catch (RebalanceInProgressException later) {
      seen.clear(); // looks again when partitions are shared out
    }
  }

  private Map<TopicPartition, Long> moved() {
    Set<TopicPartition> mine = consumer.assignment();
    seen.keySet().retainAll(mine);
    Map<TopicPartition, Long> moved = new HashMap<>();
    for (TopicPartition partition : mine) {
      long position = consumer.position(partition);
      if (!Long.valueOf(position).equals(seen.get(partition))) {
        moved.put(partition, position);
      }
    }
    return moved;
  }
}
