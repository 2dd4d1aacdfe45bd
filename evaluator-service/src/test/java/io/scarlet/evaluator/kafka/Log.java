package io.scarlet.evaluator.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.Costs;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.LatencySettings;
import io.scarlet.events.Origin;
import io.scarlet.events.ScoreSource;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The log as the rest of a search sees it: writes candidates, reads committed records. */
final class Log {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Said here: within Quarkus' tests, Avro makes records that are defaults by another loader. */
  private static final LatencySettings NONE_MEASURED = new LatencySettings(0, 10, 1);

  private static final String CANDIDATES = TopicCatalogue.CANDIDATES.name();

  private final String bootstrapServers;
  private final WireFormat wire;

  Log(String bootstrapServers, URI registry) {
    this.bootstrapServers = bootstrapServers;
    this.wire = new WireFormat(registry);
  }

  /** A candidate that wants a score from a table. */
  static CandidateProposed candidate(String search, int slot, String table, String code) {
    return CandidateProposed.newBuilder()
        .setCandidateId(search + "-0-" + slot)
        .setSearchId(search)
        .setGeneration(0)
        .setSlot(slot)
        .setCode(code)
        .setOrigin(Origin.SEEDED)
        .setCosts(new Costs(1L, 1L, 1))
        .setSeed(1)
        .setData(DataSettings.newBuilder().build())
        .setEvaluation(
            EvaluationSettings.newBuilder()
                .setSource(ScoreSource.TABLE)
                .setTable(table)
                .setLatency(NONE_MEASURED)
                .build())
        .build();
  }

  /** What a record says, and what its headers do. */
  record Told<T>(T event, Headers headers) {}

  /** The bytes of a candidate's record. */
  byte[] encoded(CandidateProposed candidate) {
    try (Serializer<SpecificRecord> serializer = wire.serializer()) {
      return serializer.serialize(TopicCatalogue.CANDIDATES.name(), candidate);
    }
  }

  void propose(CandidateProposed candidate) {
    propose(candidate.getCandidateId(), encoded(candidate));
  }

  void propose(String key, byte[] value) {
    propose(key, value, new RecordHeaders());
  }

  void propose(String key, byte[] value, Headers headers) {
    send(Stream.of(new ProducerRecord<>(CANDIDATES, null, key.getBytes(UTF_8), value, headers)));
  }

  /** Without keys, so that they come to all partitions. */
  void propose(List<byte[]> values) {
    send(values.stream().map(value -> new ProducerRecord<>(CANDIDATES, value)));
  }

  private void send(Stream<ProducerRecord<byte[], byte[]>> records) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      records.forEach(
          record -> {
            var _ = producer.send(record);
          });
      producer.flush();
    }
  }

  /**
   * All committed records of the topic from its beginning that pass, once there are so many of
   * them; reads on for a moment, to see whether there are more.
   */
  <T extends SpecificRecord> List<T> read(
      Topic topic, Class<T> type, Predicate<T> wanted, int count) {
    return readWithHeaders(topic, type, wanted, count).stream().map(Told::event).toList();
  }

  /** The same with the headers of the records. */
  <T extends SpecificRecord> List<Told<T>> readWithHeaders(
      Topic topic, Class<T> type, Predicate<T> wanted, int count) {
    List<Told<T>> found = new ArrayList<>();
    try (Deserializer<SpecificRecord> deserializer = wire.deserializer();
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed"),
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
        for (ConsumerRecord<byte[], byte[]> record : records) {
          T value = type.cast(deserializer.deserialize(topic.name(), record.value()));
          if (wanted.test(value)) {
            found.add(new Told<>(value, record.headers()));
          }
        }
        enough = found.size() >= count;
      }
    }
    return found;
  }
}
