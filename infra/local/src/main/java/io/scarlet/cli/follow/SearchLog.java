package io.scarlet.cli.follow;

import io.scarlet.events.SearchRequested;
import io.scarlet.log.kafka.LogConsumer;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of a cluster, as the command line uses them: it asks for searches and reads on. */
public final class SearchLog implements AutoCloseable {

  private static final List<Topic> FOLLOWED =
      List.of(
          TopicCatalogue.PROGRESS,
          TopicCatalogue.SCORES,
          TopicCatalogue.GENERATIONS,
          TopicCatalogue.FINALISTS,
          TopicCatalogue.MODELS);

  private final KafkaConnection broker;
  private final WireFormat format;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<SpecificRecord> deserializer;
  private final EventReader reader;
  private final Deque<ConsumerRecord<String, byte[]>> unread = new ArrayDeque<>();

  private SearchLog(
      KafkaConnection broker, WireFormat format, KafkaConsumer<String, byte[]> consumer) {
    this.broker = broker;
    this.format = format;
    this.consumer = consumer;
    this.deserializer = format.deserializer();
    this.reader = new EventReader(deserializer);
  }

  /**
   * Opens the log at its beginning.
   *
   * @param broker that has it
   * @param format of its records
   */
  public static SearchLog open(KafkaConnection broker, WireFormat format) {
    KafkaConsumer<String, byte[]> consumer = LogConsumer.of(broker, new ByteArrayDeserializer());
    List<TopicPartition> partitions = FOLLOWED.stream().flatMap(LogConsumer::partitions).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new SearchLog(broker, format, consumer);
  }

  /**
   * Asks for a search. Returns when the broker has it.
   *
   * @throws SearchFailedException where the broker refuses it
   * @throws InterruptedException where the waiting thread is interrupted
   */
  public void publish(SearchRequested request) throws InterruptedException {
    send(request.getSearchId(), request);
  }

  private void send(String searchId, SpecificRecord event) throws InterruptedException {
    Map<String, Object> settings =
        broker.with(
            Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                TopicCatalogue.LARGEST_BATCH));
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(settings, new StringSerializer(), format.serializer())) {
      producer.send(new ProducerRecord<>(TopicCatalogue.SEARCHES.name(), searchId, event)).get();
    } catch (ExecutionException refused) {
      throw new SearchFailedException(
          "the broker did not take "
              + event.getSchema().getName()
              + ": "
              + refused.getCause().getMessage(),
          refused);
    }
  }

  /**
   * The next records of a search. What no event is written as is passed over; while the registry is
   * away, records wait.
   *
   * @param searchId of the search
   * @param patience how long to wait where there is none
   */
  public List<SpecificRecord> next(String searchId, Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      if (searchId.equals(record.key())) {
        unread.add(record);
      }
    }
    List<SpecificRecord> events = new ArrayList<>();
    try {
      while (!unread.isEmpty()) {
        ConsumerRecord<String, byte[]> record = unread.element();
        if (reader.read(record.topic(), record.value())
            instanceof ReadEvent.Event(SpecificRecord event)) {
          events.add(event);
        }
        unread.remove();
      }
    } catch (RegistryUnavailable away) {
      return events;
    }
    return events;
  }

  @Override
  public void close() {
    consumer.close();
    deserializer.close();
  }
}
