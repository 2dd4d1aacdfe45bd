package io.scarlet.evolver.rest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.log.kafka.LogConsumer;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jboss.logging.Logger;

/**
 * Reads what services report of all searches, from its beginning, beside the topology: it is no
 * fact, so it has no place in a transaction or a journal.
 */
@ApplicationScoped
class ProgressReader {

  private static final Logger LOG = Logger.getLogger(ProgressReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final KafkaConnection broker;
  private final WireFormat format;
  private final Map<String, SearchProgress> searches = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private Optional<KafkaConsumer<String, byte[]>> reading = Optional.empty();

  ProgressReader(KafkaConnection broker, WireFormat format) {
    this.broker = broker;
    this.format = format;
  }

  /** What was reported of a search so far. */
  SearchProgress of(String searchId) {
    return searches.getOrDefault(searchId, SearchProgress.NONE);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("progress").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    wake();
  }

  private void run() {
    while (!stopping) {
      searches.clear();
      try {
        read();
      } catch (RegistryUnavailable | KafkaException lost) {
        if (!stopping) {
          LOG.warnf("progress is read anew: %s", lost.getMessage());
          pause();
        }
      }
    }
  }

  private void read() {
    try (KafkaConsumer<String, byte[]> consumer =
            LogConsumer.of(broker, new ByteArrayDeserializer());
        Deserializer<SpecificRecord> deserializer = format.deserializer()) {
      begin(consumer);
      EventReader reader = new EventReader(deserializer);
      List<TopicPartition> partitions =
          Stream.of(TopicCatalogue.PROGRESS, TopicCatalogue.MODELS)
              .flatMap(LogConsumer::partitions)
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!stopping) {
        consumer.poll(POLL).forEach(record -> take(reader, record));
      }
    }
  }

  private synchronized void begin(KafkaConsumer<String, byte[]> consumer) {
    reading = Optional.of(consumer);
  }

  private synchronized void wake() {
    reading.ifPresent(KafkaConsumer::wakeup);
  }

  private void take(EventReader reader, ConsumerRecord<String, byte[]> record) {
    switch (reader.read(record.topic(), record.value())) {
      case ReadEvent.Event(TrainingProgressed report) ->
          change(report.getSearchId(), known -> known.with(report));
      case ReadEvent.Event(SearchFailed failure) ->
          change(failure.getSearchId(), known -> known.with(failure));
      case ReadEvent.Event(ModelProgressed report) ->
          change(report.getSearchId(), known -> known.with(report));
      case ReadEvent.Event(ModelTrained result) ->
          change(result.getSearchId(), known -> known.with(result));
      case ReadEvent.Event(SpecificRecord other) ->
          LOG.warnf("%s is no report of progress", other.getSchema().getName());
      case ReadEvent.Unreadable(String reason) ->
          LOG.warnf("left out a record of %s: %s", record.topic(), reason);
    }
  }

  private void change(String searchId, UnaryOperator<SearchProgress> change) {
    searches.compute(
        searchId,
        (_, known) -> change.apply(Optional.ofNullable(known).orElse(SearchProgress.NONE)));
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
