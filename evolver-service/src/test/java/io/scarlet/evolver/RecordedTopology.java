package io.scarlet.evolver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scarlet.events.CandidateProposed;
import io.scarlet.log.FoldingOrder;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology of one search, with all that goes in and comes out written down as a log. */
final class RecordedTopology implements AutoCloseable {

  private static final long START = 1_790_000_000_000L;

  private final String search;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<LoggedEvent> events = new ArrayList<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final TopologyTestDriver driver;
  private long time = START;
  private int facts;

  RecordedTopology(String search, Path state) {
    this.search = search;
    this.driver = Topologies.driver(state, new SearchBoard(), meters);
  }

  void send(Topic topic, SpecificRecord event) {
    time++;
    driver
        .createInputTopic(topic.name(), new StringSerializer(), RegistryFreeFormat.serializer())
        .pipeInput(search, event, time);
    LoggedEvent logged = logged(topic, search, time, event);
    boolean counted = journalled() > facts;
    events.add(counted ? logged.counted(facts) : logged);
    facts += counted ? 1 : 0;
  }

  List<CandidateProposed> proposed() {
    return received(TopicCatalogue.CANDIDATES).stream().map(CandidateProposed.class::cast).toList();
  }

  List<SpecificRecord> received(Topic topic) {
    return driver
        .createOutputTopic(
            topic.name(), new StringDeserializer(), RegistryFreeFormat.deserializer())
        .readRecordsToList()
        .stream()
        .map(
            record -> {
              events.add(logged(topic, record.key(), record.timestamp(), record.value()));
              return record.value();
            })
        .toList();
  }

  /** Facts that counted. */
  int facts() {
    return facts;
  }

  double deadLetters(String reason) {
    return meters.counter("scarlet.evolver.dead.letters", "reason", reason).count();
  }

  int events(Topic topic) {
    return (int) events.stream().filter(logged -> logged.topic().equals(topic.name())).count();
  }

  /** Writes the log, reads it again and replays it. */
  ReplayReport replay(Path file) throws IOException {
    List.of(TopicCatalogue.CANDIDATES, TopicCatalogue.GENERATIONS, TopicCatalogue.SCORES_DLQ)
        .forEach(this::received);
    RecordedLog log = new RecordedLog(search, FoldingOrder.of(events.reversed()));
    Files.write(file, LogFile.bytes(log));
    return Replay.of(LogFile.read(file));
  }

  @Override
  public void close() {
    driver.close();
  }

  private LoggedEvent logged(Topic topic, String key, long timestamp, SpecificRecord event) {
    long offset = offsets.merge(topic.name(), 1L, Long::sum) - 1;
    return new LoggedEvent(topic.name(), 0, offset, timestamp, key, OptionalInt.empty(), event);
  }

  private int journalled() {
    int[] count = {0};
    new Journal(driver.getTimestampedKeyValueStore(Journal.NAME))
        .replay((_, _, _, _) -> count[0]++);
    return count[0];
  }
}
