package io.scarlet.trainer;

import io.scarlet.schemas.Topic;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** The log's memory: what a topic says of one search, up to where it ends now. */
@ApplicationScoped
class SearchRecords {

  private static final Logger LOG = Logger.getLogger(SearchRecords.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConnection broker;
  private final WireFormat format;

  SearchRecords(KafkaConnection broker, WireFormat format) {
    this.broker = broker;
    this.format = format;
  }

  /** The events of a search on a topic, in the order of its partition; read anew at each call. */
  List<SpecificRecord> of(String searchId, Topic topic) {
    List<SpecificRecord> events = new ArrayList<>();
    try (var consumer = broker.reader(new StringDeserializer(), new ByteArrayDeserializer());
        Deserializer<SpecificRecord> deserializer = format.deserializer()) {
      EventReader reader = new EventReader(deserializer);
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (searchId.equals(record.key())) {
            read(reader, record).ifPresent(events::add);
          }
        }
      }
    }
    return events;
  }

  private static Optional<SpecificRecord> read(
      EventReader reader, ConsumerRecord<String, byte[]> record) {
    return switch (RegistryOutage.waitOut(() -> reader.read(record.topic(), record.value()))) {
      case ReadEvent.Event(SpecificRecord event) -> Optional.of(event);
      case ReadEvent.Unreadable(String reason) -> {
        LOG.warnf(
            "left out an unreadable record: %s-%d at %d: %s",
            record.topic(), record.partition(), record.offset(), reason);
        yield Optional.empty();
      }
    };
  }
}
