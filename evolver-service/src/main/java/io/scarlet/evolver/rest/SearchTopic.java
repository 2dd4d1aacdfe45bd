package io.scarlet.evolver.rest;

import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic that asks for something, as its writer. The topology reads it like all others do. */
@ApplicationScoped
class SearchTopic {

  private static final int PATIENCE_MS = (int) Duration.ofSeconds(20).toMillis();
  private static final int TRY_MS = (int) Duration.ofSeconds(5).toMillis();

  private final KafkaProducer<String, SpecificRecord> producer;

  SearchTopic(KafkaConnection broker, WireFormat format) {
    producer =
        new KafkaProducer<>(
            broker.with(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    TopicCatalogue.LARGEST_BATCH,
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    TRY_MS,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    PATIENCE_MS,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    PATIENCE_MS)),
            new StringSerializer(),
            format.serializer());
  }

  /**
   * Publishes events of one search in their order. Returns when all in-sync replicas have them.
   *
   * @throws ProblemException where the broker or the registry does not take them in time
   */
  void publish(String searchId, List<? extends SpecificRecord> events) {
    try {
      List<Future<RecordMetadata>> sent =
          events.stream().map(each -> send(searchId, each)).toList();
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException refused) {
      throw refused(refused.getCause());
    } catch (KafkaException | IllegalStateException refused) {
      throw refused(refused);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("the evolver stops: ask again later");
    }
  }

  private Future<RecordMetadata> send(String searchId, SpecificRecord event) {
    return producer.send(new ProducerRecord<>(TopicCatalogue.SEARCHES.name(), searchId, event));
  }

  private static ProblemException refused(Throwable cause) {
    return ProblemException.unavailable("the log did not take the event: " + cause.getMessage());
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
