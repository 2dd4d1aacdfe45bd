package io.scarlet.evaluator.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Remembers across the death of processes which candidates were begun, so that one that kills every
 * evaluator is given up in the end.
 *
 * <p>Before a candidate is scored, its offset is committed anew with a mark in the metadata; the
 * transaction that publishes its score takes the mark away. Who finds a mark knows that a process
 * died, and over which candidates: those are scored one at a time, and each such attempt is
 * counted. Several begun together share the blame, so that none is counted. In the usual case a
 * mark costs one answer of the broker for all candidates that are taken together.
 */
final class Attempts implements ConsumerRebalanceListener {

  /** Processes that died over one candidate, alone with it, before it is given up. */
  static final int MOST = 3;

  /** Why such a candidate failed. */
  static final String DEADLY = "gave up: %d evaluators died over it".formatted(MOST);

  private static final Pattern MARK = Pattern.compile("begun=(\\d{1,6})");

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Begun> found = new HashMap<>();
  private final Map<TopicPartition, Begun> own = new HashMap<>();

  /** A candidate that was begun, by its offset, with the attempts before and now. */
  private record Begun(long offset, int before, int now) {

    OffsetAndMetadata mark() {
      return new OffsetAndMetadata(offset, "begun=" + now);
    }

    OffsetAndMetadata unmarked() {
      return new OffsetAndMetadata(offset);
    }
  }

  /**
   * None begun.
   *
   * @param consumer whose group's offsets bear the marks; stays the caller's
   */
  Attempts(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    restore(consumer.committed(Set.copyOf(partitions)));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    found.keySet().removeAll(partitions);
    own.keySet().removeAll(partitions);
  }

  /** Takes in the marks of others; one of this process tells of no death. */
  void restore(Map<TopicPartition, OffsetAndMetadata> committed) {
    committed.forEach(
        (partition, offset) -> {
          found.remove(partition);
          if (offset == null) {
            return;
          }
          Begun mine = own.get(partition);
          boolean isMine = mine != null && mine.offset() == offset.offset();
          Matcher mark = MARK.matcher(offset.metadata());
          if (isMine && mine.before() > 0) {
            found.put(partition, new Begun(mine.offset(), mine.before(), mine.before()));
          } else if (!isMine && mark.matches()) {
            int times = Integer.parseInt(mark.group(1));
            found.put(partition, new Begun(offset.offset(), times, times));
          }
        });
  }

  /** What to score together: all, or one alone over which a process may have died. */
  List<ConsumerRecord<byte[], byte[]>> together(ConsumerRecords<byte[], byte[]> polled) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(polled.count());
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      if (suspicion(record).isPresent()) {
        return List.of(record);
      }
      all.add(record);
    }
    return all;
  }

  /** Why a candidate shall not be scored any more, where too many processes died over it. */
  Optional<String> refusal(ConsumerRecord<byte[], byte[]> record) {
    return suspicion(record).filter(begun -> begun.before() >= MOST).map(_ -> DEADLY);
  }

  /**
   * Marks what is about to be scored. Returns when the broker has it.
   *
   * @throws org.apache.kafka.common.KafkaException where it has it not
   */
  void begin(List<ConsumerRecord<byte[], byte[]>> together) {
    Map<TopicPartition, Begun> begun = new HashMap<>();
    int counted = together.size() == 1 ? 1 : 0;
    for (ConsumerRecord<byte[], byte[]> record : together) {
      int before = suspicion(record).map(Begun::before).orElse(0);
      begun.putIfAbsent(partition(record), new Begun(record.offset(), before, before + counted));
    }
    begun.entrySet().removeIf(entry -> entry.getValue().equals(own.get(entry.getKey())));
    commit(begun, Begun::mark);
    own.putAll(begun);
  }

  /** Forgets what is scored; the transaction took the marks away. */
  void finished(Collection<TopicPartition> partitions) {
    onPartitionsRevoked(partitions);
  }

  /**
   * Takes away what this process marked: it ends in order, over nothing.
   *
   * @throws org.apache.kafka.common.KafkaException where the broker does not have it
   */
  void release() {
    commit(own, Begun::unmarked);
    own.clear();
  }

  static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private Optional<Begun> suspicion(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(found.get(partition(record)))
        .filter(begun -> begun.offset() == record.offset());
  }

  private void commit(Map<TopicPartition, Begun> begun, Function<Begun, OffsetAndMetadata> offset) {
    if (!begun.isEmpty()) {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      begun.forEach((partition, each) -> offsets.put(partition, offset.apply(each)));
      consumer.commitSync(offsets);
    }
  }
}
