package io.scarlet.evolver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TaskMetadata;

/** Whether the records that lie on the log are folded. */
@ApplicationScoped
class InputLag {

  private static final int SECONDS = 5;

  private final KafkaStreams streams;
  private final String group;
  private final Admin admin;

  InputLag(KafkaStreams streams, StreamsConfig config, Admin admin) {
    this.streams = streams;
    this.group = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    this.admin = admin;
  }

  /**
   * The partitions of this instance that still have records to fold.
   *
   * @throws TimeoutException where the broker does not answer
   */
  Set<TopicPartition> behind() throws ExecutionException, InterruptedException, TimeoutException {
    Set<TopicPartition> mine = assigned();
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                mine.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
            .all()
            .get(SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(SECONDS, TimeUnit.SECONDS);
    Set<TopicPartition> read = readToTheEnd();
    return mine.stream()
        .filter(each -> !read.contains(each))
        .filter(each -> ends.get(each).offset() > offset(committed.get(each)))
        .collect(Collectors.toSet());
  }

  private Set<TopicPartition> assigned() {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .map(TaskMetadata::topicPartitions)
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  /**
   * What the consumers report. Committed offsets alone do not tell: a transaction's end mark takes
   * an offset that no record has.
   */
  private Set<TopicPartition> readToTheEnd() {
    return streams.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("records-lag"))
        .filter(metric -> metric.metricValue() instanceof Double lag && lag == 0)
        .map(Metric::metricName)
        .map(name -> partition(name.tags()))
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private static List<TopicPartition> partition(Map<String, String> tags) {
    String topic = tags.get("topic");
    String partition = tags.get("partition");
    return topic == null || partition == null
        ? List.of()
        : List.of(new TopicPartition(topic, Integer.parseInt(partition)));
  }

  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }
}
