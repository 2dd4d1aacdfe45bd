package io.scarlet.evaluator.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes what came of records in one transaction, together with their offsets where they have some:
 * readers see all of it or nothing.
 *
 * <p>After a failure nobody here knows whether the transaction went through. Only a new producer
 * with the same transactional id does: its start ends what the old one left open. So a failure
 * closes the producer, and {@link #open} makes the next.
 */
final class TransactionalOutput implements AutoCloseable {

  private final Supplier<Producer<byte[], byte[]>> producers;
  private Producer<byte[], byte[]> producer;

  TransactionalOutput(Supplier<Producer<byte[], byte[]>> producers) {
    this.producers = producers;
  }

  /** Makes the producer and settles what its predecessor left open. */
  void open() {
    close();
    producer = producers.get();
    producer.initTransactions();
  }

  /**
   * Commits records and offsets.
   *
   * @param records what came of what was done
   * @param offsets behind what was done
   * @param group that the offsets are of
   */
  void commit(
      Collection<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    publish(records, () -> producer.sendOffsetsToTransaction(offsets, group));
  }

  /**
   * Commits records alone.
   *
   * @param records what came of what was done
   */
  void commit(Collection<ProducerRecord<byte[], byte[]>> records) {
    publish(records, () -> {});
  }

  private void publish(Collection<ProducerRecord<byte[], byte[]>> records, Runnable offsets) {
    producer.beginTransaction();
    for (ProducerRecord<byte[], byte[]> record : records) {
      var _ = producer.send(record); // the commit fails where a send does
    }
    offsets.run();
    producer.commitTransaction();
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
