package io.scarlet.trainer;

import io.scarlet.events.CheckpointPublished;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.WireFormat;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** The log's memory of a training: where it goes on after a crash. */
@ApplicationScoped
class PublishedCheckpoints {

  private static final Logger LOG = Logger.getLogger(PublishedCheckpoints.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> kafka;
  private final TrainerSettings settings;

  PublishedCheckpoints(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, TrainerSettings settings) {
    this.kafka = kafka;
    this.settings = settings;
  }

  /** The newest checkpoint of a search, read from the log each time it is asked for. */
  Optional<CheckpointPublished> newest(String searchId) {
    Map<String, Object> options = new HashMap<>(kafka);
    options.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    options.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    String topic = TopicCatalogue.CHECKPOINTS.name();
    Optional<CheckpointPublished> newest = Optional.empty();
    try (var consumer =
            new KafkaConsumer<>(options, new StringDeserializer(), new ByteArrayDeserializer());
        Deserializer<SpecificRecord> deserializer =
            new WireFormat(settings.registry().url()).deserializer()) {
      EventReader reader = new EventReader(deserializer);
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (searchId.equals(record.key())
              && read(reader, record).orElse(null) instanceof CheckpointPublished checkpoint
              && newest.map(n -> n.getStep() <= checkpoint.getStep()).orElse(true)) {
            newest = Optional.of(checkpoint);
          }
        }
      }
    }
    return newest;
  }

  private static Optional<SpecificRecord> read(
      EventReader reader, ConsumerRecord<String, byte[]> record) {
    return switch (RegistryOutage.waitOut(() -> reader.read(record.topic(), record.value()))) {
      case ReadEvent.Event(SpecificRecord event) -> Optional.of(event);
      case ReadEvent.Unreadable(String reason) -> {
        LOG.warnf(
            "left out a record that is no checkpoint: %s-%d at %d: %s",
            record.topic(), record.partition(), record.offset(), reason);
        yield Optional.empty();
      }
    };
  }
}
