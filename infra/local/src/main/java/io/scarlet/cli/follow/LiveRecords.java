package io.scarlet.cli.follow;

import io.scarlet.log.kafka.LogConsumer;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Committed records of some topics with the moment of their arrival. */
public final class LiveRecords implements AutoCloseable {

  private final KafkaConsumer<String, SpecificRecord> consumer;

  /**
   * A record.
   *
   * @param event on the log
   * @param sent when its producer made it, milliseconds of the system's clock
   * @param arrived when it was read here, by the same clock
   */
  public record Arrival(SpecificRecord event, long sent, long arrived) {}

  private LiveRecords(KafkaConsumer<String, SpecificRecord> consumer) {
    this.consumer = consumer;
  }

  /**
   * Opens topics at their beginning.
   *
   * @param broker that has them
   * @param format of their records
   * @param topics to read
   */
  public static LiveRecords open(KafkaConnection broker, WireFormat format, List<Topic> topics) {
    KafkaConsumer<String, SpecificRecord> consumer = LogConsumer.of(broker, format.deserializer());
    List<TopicPartition> partitions = topics.stream().flatMap(LogConsumer::partitions).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new LiveRecords(consumer);
  }

  /**
   * What has arrived.
   *
   * @param patience how long to wait where nothing has
   */
  public List<Arrival> next(Duration patience) {
    List<Arrival> arrivals = new ArrayList<>();
    for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(patience)) {
      arrivals.add(new Arrival(record.value(), record.timestamp(), System.currentTimeMillis()));
    }
    return arrivals;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
