package io.scarlet.evolver;

import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * What flows where: three journals into one processor with its store, and the decisions out of it.
 * Sources are read as bytes, so that an unreadable record reaches the dead letters as it was.
 */
final class EvolverTopology {

  static final String CANDIDATES = "candidates";
  static final String GENERATIONS = "generations";
  static final String FINALISTS = "finalists";
  static final String FAILURES = "failures";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String PROCESSOR = "evolve";
  private static final Map<String, Topic> SOURCES =
      Map.of(
          "searches", TopicCatalogue.SEARCHES,
          "checkpoints", TopicCatalogue.CHECKPOINTS,
          "scores", TopicCatalogue.SCORES);
  private static final Map<String, Topic> SINKS =
      Map.of(
          CANDIDATES, TopicCatalogue.CANDIDATES,
          GENERATIONS, TopicCatalogue.GENERATIONS,
          FINALISTS, TopicCatalogue.FINALISTS,
          FAILURES, TopicCatalogue.PROGRESS,
          DEAD_LETTERS, TopicCatalogue.SCORES_DLQ);

  private EvolverTopology() {}

  /**
   * Whether the catalogue has such an event on a topic. Rights are those of topics: who may write
   * scores must not steer searches by them.
   */
  static boolean mayLieOn(String topic, SpecificRecord event) {
    return SOURCES.values().stream()
        .filter(source -> source.name().equals(topic))
        .flatMap(source -> source.values().stream())
        .anyMatch(schema -> schema.getFullName().equals(event.getSchema().getFullName()));
  }

  static Topology build(
      Serializer<SpecificRecord> serializer,
      Deserializer<SpecificRecord> deserializer,
      SearchBoard board,
      Tally tally,
      EvolverTraces traces) {
    Topology topology = new Topology();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    SOURCES.forEach((name, topic) -> topology.addSource(name, bytes, bytes, topic.name()));
    EventReader reader = new EventReader(deserializer);
    topology.addProcessor(
        PROCESSOR,
        () -> new Evolver(reader, serializer, board, tally, traces),
        SOURCES.keySet().stream().sorted().toArray(String[]::new));
    topology.addStateStore(
        Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore(Journal.NAME),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingEnabled(
                Map.of(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(TopicCatalogue.LARGEST_BATCH))),
        PROCESSOR);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Deletions.NAME), Serdes.String(), Serdes.ByteArray())
            .withLoggingEnabled(Map.of()),
        PROCESSOR);
    SINKS.forEach(
        (name, topic) ->
            topology.addSink(name, topic.name(), new StringSerializer(), serializer, PROCESSOR));
    return topology;
  }
}
