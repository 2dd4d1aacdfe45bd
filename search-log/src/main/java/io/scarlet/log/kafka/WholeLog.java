package io.scarlet.log.kafka;

import io.scarlet.log.RecordedLog;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The log of a search from its beginning to where it ends now. */
public final class WholeLog {

  /** Without a record that is wanted; a long log takes longer than that. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration POLL = Duration.ofMillis(100);

  private WholeLog() {}

  /**
   * Reads every topic once.
   *
   * @param broker that has the log
   * @param format of its records
   * @param searchId of the search
   * @throws LogUnavailableException where the broker or the registry does not answer
   */
  public static RecordedLog read(KafkaConnection broker, WireFormat format, String searchId) {
    Map<TopicPartition, Long> ends = LogEnds.of(broker);
    try (KafkaConsumer<String, byte[]> consumer =
            LogConsumer.of(broker, new ByteArrayDeserializer());
        Deserializer<SpecificRecord> deserializer = format.deserializer()) {
      ReadRecords read = new ReadRecords(searchId, new EventReader(deserializer));
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      long heard = System.nanoTime();
      Set<TopicPartition> complete = complete(consumer, ends);
      while (!complete.equals(ends.keySet())) {
        consumer.pause(complete);
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        records.forEach(read::take);
        if (!records.isEmpty()) {
          heard = System.nanoTime();
        } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
          throw new LogUnavailableException(
              "the broker has handed out nothing for " + PATIENCE.toSeconds() + " s");
        }
        complete = complete(consumer, ends);
      }
      return read.log();
    } catch (KafkaException | RegistryUnavailable refused) {
      throw new LogUnavailableException(refused.getMessage(), refused);
    }
  }

  /** Read to their ends; what others write meanwhile is neither fetched nor a sign of progress. */
  private static Set<TopicPartition> complete(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .filter(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
