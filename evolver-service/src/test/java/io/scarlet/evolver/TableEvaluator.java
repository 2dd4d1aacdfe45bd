package io.scarlet.evolver;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.SearchRequested;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays requester and evaluator: answers candidates from the table, in an order by chance. */
public final class TableEvaluator implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final Random order;

  /** Reads from the end of the log on. */
  public TableEvaluator(String servers, String registry, long order) {
    WireFormat format = new WireFormat(URI.create(registry));
    this.order = new Random(order);
    this.producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            new StringSerializer(),
            format.serializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", servers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            format.deserializer());
    List<TopicPartition> partitions =
        List.of(TopicCatalogue.CANDIDATES, TopicCatalogue.GENERATIONS).stream()
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Runs a search to its end and returns its generations. */
  public List<GenerationCompleted> run(SearchRequested request) {
    request(request);
    return play(request.getSearchId(), generations -> generations.getLast().getLast());
  }

  /** Asks for a search whose candidates nobody scores. */
  void request(SearchRequested request) {
    send(TopicCatalogue.SEARCHES.name(), request.getSearchId(), request);
  }

  /**
   * Scores the candidates of a search that somebody else asked for.
   *
   * @param enough told the generations so far, at least one, whether to leave it at that
   */
  public List<GenerationCompleted> play(
      String searchId, Predicate<List<GenerationCompleted>> enough) {
    List<GenerationCompleted> generations = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (generations.isEmpty() || !enough.test(generations)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("no end after " + generations.size() + " generations");
      }
      List<CandidateProposed> candidates = new ArrayList<>();
      consumer
          .poll(Duration.ofMillis(100))
          .forEach(
              record -> {
                switch (record.value()) {
                  case CandidateProposed candidate -> candidates.add(candidate);
                  case GenerationCompleted generation -> generations.add(generation);
                  default -> throw new IllegalStateException("unexpected " + record.value());
                }
              });
      candidates.removeIf(candidate -> !candidate.getSearchId().equals(searchId));
      generations.removeIf(generation -> !generation.getSearchId().equals(searchId));
      Collections.shuffle(candidates, order);
      candidates.forEach(
          candidate ->
              send(TopicCatalogue.SCORES.name(), candidate.getSearchId(), Events.score(candidate)));
    }
    return generations;
  }

  private void send(String topic, String key, SpecificRecord value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
