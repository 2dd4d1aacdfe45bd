package io.scarlet.log.kafka;

import io.scarlet.schemas.Topic;
import io.scarlet.schemas.kafka.KafkaConnection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How those who look on read the log: what is committed, by partitions, without a group. */
public final class LogConsumer {

  private LogConsumer() {}

  /** A consumer that has no partitions yet; the caller closes it. */
  public static <V> KafkaConsumer<String, V> of(KafkaConnection broker, Deserializer<V> values) {
    return broker.reader(new StringDeserializer(), values);
  }

  /** All partitions of a topic. */
  public static Stream<TopicPartition> partitions(Topic topic) {
    return partitions(topic.name(), topic.partitions());
  }

  static Stream<TopicPartition> partitions(String topic, int count) {
    return IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic, number));
  }
}
