package io.scarlet.evolver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The topology on its driver, with what its tests send and read. */
record DrivenTopology(TopologyTestDriver driver, SearchBoard board, SimpleMeterRegistry meters)
    implements AutoCloseable {

  static DrivenTopology on(Path state) {
    SearchBoard board = new SearchBoard();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    return new DrivenTopology(Topologies.driver(state, board, meters), board, meters);
  }

  @Override
  public void close() {
    driver.close();
  }

  /** Of the journal. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    KeyValueStore<String, ValueAndTimestamp<byte[]>> store =
        driver.getTimestampedKeyValueStore(Journal.NAME);
    try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  /** A second evolver on the store of the first. */
  Evolver restart(SearchBoard restored) {
    return restart(restored, new MockProcessorContext<>());
  }

  /** The same, which tells a context what it forwards and when it commits. */
  Evolver restart(SearchBoard restored, MockProcessorContext<String, SpecificRecord> context) {
    context.addStateStore(driver.getTimestampedKeyValueStore(Journal.NAME));
    context.addStateStore(driver.getKeyValueStore(Deletions.NAME));
    Evolver evolver =
        new Evolver(
            new EventReader(RegistryFreeFormat.deserializer()),
            RegistryFreeFormat.serializer(),
            restored,
            new Tally(meters, board),
            new EvolverTraces(OpenTelemetry.noop()));
    evolver.init(context);
    return evolver;
  }

  void score(CandidateProposed candidate) {
    send(TopicCatalogue.SCORES, candidate.getSearchId(), Events.score(candidate));
  }

  void send(Topic topic, String key, SpecificRecord value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), RegistryFreeFormat.serializer())
        .pipeInput(key, value);
  }

  @SuppressWarnings("unchecked")
  <T extends SpecificRecord> List<KeyValue<String, T>> received(Topic topic) {
    TestOutputTopic<String, SpecificRecord> output =
        driver.createOutputTopic(
            topic.name(), new StringDeserializer(), RegistryFreeFormat.deserializer());
    return output.readKeyValuesToList().stream()
        .map(record -> KeyValue.pair(record.key, (T) record.value))
        .toList();
  }

  <T extends SpecificRecord> List<T> values(Topic topic) {
    return this.<T>received(topic).stream().map(record -> record.value).toList();
  }
}
