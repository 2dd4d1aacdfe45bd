package io.scarlet.trainer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.scarlet.events.CheckpointAdoption;
import io.scarlet.events.Costs;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.FinalistSettings;
import io.scarlet.events.LatencySettings;
import io.scarlet.events.Optimizer;
import io.scarlet.events.RateSchedule;
import io.scarlet.events.Sampling;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchMode;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.events.SkipTraining;
import io.scarlet.events.StabilizerInit;
import io.scarlet.events.TrainingSettings;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log as the rest of a search sees it: writes requests, reads what the trainer says. */
final class TrainingEvents {

  /** Said here: within Quarkus' tests, Avro makes records that are defaults by another loader. */
  static final LatencySettings NONE_MEASURED = new LatencySettings(0, 10, 1);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String SPACE =
      """
      name: tiny
      input: 28x28x1
      classes: 10
      activation: relu6
      stem:
        - conv: {channels: 4, kernel: 3, stride: 2}
      choices: [e3k3, skip]
      stages:
        - {channels: 4, layers: 2}
      tail:
        - conv: {channels: 8, kernel: 1}
        - pool
      """;

  private final String bootstrapServers;
  private final WireFormat wire;
  private final String pictures;

  TrainingEvents(String bootstrapServers, URI registry, String pictures) {
    this.pictures = pictures;
    this.bootstrapServers = bootstrapServers;
    wire = new WireFormat(registry);
  }

  /**
   * A request of two epochs of five steps, with a checkpoint after each epoch. Whatever has a type
   * of ours is given: Avro makes its default by a loader of its own.
   */
  SearchRequested tiny(String search) {
    return SearchRequested.newBuilder()
        .setSearchId(search)
        .setName(search)
        .setSeed(3)
        .setSpace(SPACE)
        .setData(DataSettings.newBuilder().setSet(pictures).setValidationPictures(50).build())
        .setTraining(
            TrainingSettings.newBuilder()
                .setEpochs(2)
                .setBatch(40)
                .setCheckpointEveryEpochs(1)
                .setSampling(Sampling.STRICT)
                .setSkip(SkipTraining.STABILIZER)
                .setStabilizerInit(StabilizerInit.KAIMING)
                .build())
        .setEvaluation(
            EvaluationSettings.newBuilder()
                .setSource(ScoreSource.SUPERNET)
                .setLatency(NONE_MEASURED)
                .build())
        .setEvolution(
            EvolutionSettings.newBuilder()
                .setStrategy(SearchStrategy.NSGA2)
                .setMode(SearchMode.GENERATIONAL)
                .setAdoption(CheckpointAdoption.LAST)
                .setObjectives(List.of())
                .setConstraints(List.of())
                .build())
        .setFinalists(
            FinalistSettings.newBuilder()
                .setOptimizer(Optimizer.SGD)
                .setSchedule(RateSchedule.COSINE)
                .build())
        .build();
  }

  /** A finalist of such a search: the network of that code, two epochs. */
  FinalistChosen finalist(String search, String code) {
    SearchRequested request = tiny(search);
    return FinalistChosen.newBuilder()
        .setSearchId(search)
        .setCandidateId(search + "-g000-s00")
        .setCode(code)
        .setWhy("knee")
        .setCosts(new Costs(1L, 2L, 3))
        .setAccuracy(0.5)
        .setSeed(3)
        .setSpace(request.getSpace())
        .setData(request.getData())
        .setRecipe(
            FinalistSettings.newBuilder()
                .setEpochs(2)
                .setBatch(40)
                .setOptimizer(Optimizer.SGD)
                .setSchedule(RateSchedule.COSINE)
                .build())
        .build();
  }

  void request(SearchRequested request) {
    publish(TopicCatalogue.SEARCHES, request.getSearchId(), request);
  }

  void publish(Topic topic, String key, SpecificRecord event) {
    try (Serializer<SpecificRecord> serializer = wire.serializer()) {
      publish(topic, key, serializer.serialize(topic.name(), event));
    }
  }

  void publish(Topic topic, String key, byte[] value) {
    publish(topic, key, value, new RecordHeaders());
  }

  /** Asks for a training as part of a trace, {@code traceparent} of the W3C. */
  void request(SearchRequested request, String trace) {
    try (Serializer<SpecificRecord> serializer = wire.serializer()) {
      publish(
          TopicCatalogue.SEARCHES,
          request.getSearchId(),
          serializer.serialize(TopicCatalogue.SEARCHES.name(), request),
          new RecordHeaders().add("traceparent", trace.getBytes(UTF_8)));
    }
  }

  private void publish(Topic topic, String key, byte[] value, Headers headers) {
    try (var producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var _ = producer.send(new ProducerRecord<>(topic.name(), null, key, value, headers));
      producer.flush();
    }
  }

  /**
   * All records of a type on the topic that are wanted, once there are so many; reads on for a
   * moment, to see whether there are more.
   */
  <T extends SpecificRecord> List<T> read(
      Topic topic, Class<T> type, Predicate<T> wanted, int count) {
    return readWithHeaders(topic, type, wanted, count).stream().map(Told::event).toList();
  }

  /** What a record says, and what its headers do. */
  record Told<T>(T event, Headers headers) {}

  /** The same with the headers of the records. */
  <T extends SpecificRecord> List<Told<T>> readWithHeaders(
      Topic topic, Class<T> type, Predicate<T> wanted, int count) {
    List<Told<T>> found = new ArrayList<>();
    try (Deserializer<SpecificRecord> deserializer = wire.deserializer();
        var consumer =
            new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      boolean enough = false;
      while (System.nanoTime() < deadline) {
        var records = consumer.poll(Duration.ofMillis(500));
        if (records.isEmpty() && enough) {
          break;
        }
        records.forEach(
            record -> {
              SpecificRecord value = deserializer.deserialize(topic.name(), record.value());
              if (type.isInstance(value) && wanted.test(type.cast(value))) {
                found.add(new Told<>(type.cast(value), record.headers()));
              }
            });
        enough = found.size() >= count;
      }
    }
    return found;
  }
}
