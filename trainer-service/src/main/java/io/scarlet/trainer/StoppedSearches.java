package io.scarlet.trainer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchDeleted;
import io.scarlet.events.SearchRequested;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jboss.logging.Logger;

/**
 * The searches that somebody stopped or deleted: nobody waits for their weights any more. They are
 * read from the beginning of the topic, beside the channel of requests, which hands out none while
 * a training runs.
 */
@ApplicationScoped
class StoppedSearches {

  private static final Logger LOG = Logger.getLogger(StoppedSearches.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final KafkaConnection broker;
  private final WireFormat format;
  private final Set<String> requested = ConcurrentHashMap.newKeySet();
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();
  private Optional<KafkaConsumer<byte[], byte[]>> reading = Optional.empty();
  private volatile boolean ending;

  StoppedSearches(KafkaConnection broker, WireFormat format) {
    this.broker = broker;
    this.format = format;
  }

  /** Whether somebody stopped the search, as far as the log was read. */
  boolean contains(String searchId) {
    return stopped.contains(searchId);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("stopped-searches").start(this::run);
  }

  void end(@Observes ShutdownEvent event) {
    ending = true;
    wake();
  }

  private void run() {
    while (!ending) {
      try {
        read();
      } catch (RegistryUnavailable | KafkaException lost) {
        if (!ending) {
          LOG.warnf("stops are read anew: %s", lost.getMessage());
          pause();
        }
      }
    }
  }

  private void read() {
    String topic = TopicCatalogue.SEARCHES.name();
    try (var consumer = broker.reader(new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Deserializer<SpecificRecord> deserializer = format.deserializer()) {
      begin(consumer);
      EventReader events = new EventReader(deserializer);
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!ending) {
        consumer.poll(POLL).forEach(record -> take(events.read(topic, record.value())));
      }
    }
  }

  /**
   * As the evolver has it, a stop or a deletion counts only for a search that was asked for before.
   */
  private void take(ReadEvent read) {
    if (read instanceof ReadEvent.Event(SearchRequested request)) {
      requested.add(request.getSearchId());
    } else if (read instanceof ReadEvent.Event(SearchControlled control)
        && control.getAction() == ControlAction.STOP
        && requested.contains(control.getSearchId())) {
      stopped.add(control.getSearchId());
    } else if (read instanceof ReadEvent.Event(SearchDeleted deleted)
        && requested.contains(deleted.getSearchId())) {
      stopped.add(deleted.getSearchId());
    }
  }

  private synchronized void begin(KafkaConsumer<byte[], byte[]> consumer) {
    reading = Optional.of(consumer);
  }

  private synchronized void wake() {
    reading.ifPresent(KafkaConsumer::wakeup);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
