package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.ControlAction;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchControlled;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay decides as the topology did. The golden log of {@code search-log} was recorded here:
 * this test leaves its log in {@code target/recorded-search.avro}.
 */
class RecordedTopologyTest {

  private static final String SEARCH = "golden";
  private static final int EVALUATIONS = 60;
  private static final int POPULATION = 12;
  private static final int GENERATIONS = EVALUATIONS / POPULATION;
  private static final long START = 1_790_000_000_000L;

  private final List<LoggedEvent> events = new ArrayList<>();
  private final Map<String, Long> offsets = new HashMap<>();
  @TempDir private Path state;
  private TopologyTestDriver driver;
  private long time = START;
  private int facts;

  @BeforeEach
  void start() {
    driver = Topologies.driver(state, new SearchBoard(), new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void a_search_with_failures_repeated_and_late_scores_and_a_pause_replays_byte_for_byte()
      throws IOException {
    send(TopicCatalogue.SEARCHES, Events.tableSearch(SEARCH, EVALUATIONS, POPULATION));
    send(TopicCatalogue.CHECKPOINTS, Events.checkpoint(SEARCH, true));
    List<CandidateProposed> open = proposed();
    for (int generation = 0; generation < GENERATIONS; generation++) {
      send(TopicCatalogue.SEARCHES, control(ControlAction.PAUSE));
      open.reversed().forEach(this::evaluate);
      assertThat(proposed()).isEmpty();
      send(TopicCatalogue.SEARCHES, control(ControlAction.RESUME));
      send(TopicCatalogue.SCORES, Events.score(open.getFirst()));
      open = proposed();
    }
    List.of(TopicCatalogue.GENERATIONS, TopicCatalogue.SCORES_DLQ).forEach(this::received);

    RecordedLog log = new RecordedLog(SEARCH, FoldingOrder.of(events.reversed()));
    Path file = Path.of("target/recorded-search.avro");
    Files.write(file, LogFile.bytes(log));
    ReplayReport report = Replay.of(LogFile.read(file));

    assertThat(report.difference()).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(report.facts()).isEqualTo(facts);
    assertThat(report.candidates()).isEqualTo(EVALUATIONS);
    assertThat(report.generations()).isEqualTo(GENERATIONS);
    assertThat(report.uncounted()).isGreaterThan(GENERATIONS).isEqualTo(deadLetters());
  }

  /** Every seventh evaluation fails, and every fifth is told twice. */
  private void evaluate(CandidateProposed candidate) {
    CandidateScored score = Events.score(candidate);
    if (candidate.getSlot() % 7 == 3) {
      score.setStatus(ScoreStatus.FAILED);
      score.setAccuracy(null);
      score.setFailure("out of memory");
    }
    send(TopicCatalogue.SCORES, score);
    if (candidate.getSlot() % 5 == 2) {
      send(TopicCatalogue.SCORES, score);
    }
  }

  private static SearchControlled control(ControlAction action) {
    return SearchControlled.newBuilder().setSearchId(SEARCH).setAction(action).build();
  }

  private List<CandidateProposed> proposed() {
    return received(TopicCatalogue.CANDIDATES).stream().map(CandidateProposed.class::cast).toList();
  }

  private void send(Topic topic, SpecificRecord event) {
    time++;
    driver
        .createInputTopic(topic.name(), new StringSerializer(), RegistryFreeFormat.serializer())
        .pipeInput(SEARCH, event, time);
    LoggedEvent logged = logged(topic, SEARCH, time, event);
    boolean counted = journalled() > facts;
    events.add(counted ? logged.counted(facts) : logged);
    facts += counted ? 1 : 0;
  }

  private List<SpecificRecord> received(Topic topic) {
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

  private LoggedEvent logged(Topic topic, String key, long timestamp, SpecificRecord event) {
    long offset = offsets.merge(topic.name(), 1L, Long::sum) - 1;
    return new LoggedEvent(topic.name(), 0, offset, timestamp, key, OptionalInt.empty(), event);
  }

  private int journalled() {
    int[] count = {0};
    new Journal(driver.getTimestampedKeyValueStore(Journal.NAME)).replay((_, _, _) -> count[0]++);
    return count[0];
  }

  private int deadLetters() {
    return (int)
        events.stream()
            .filter(logged -> logged.topic().equals(TopicCatalogue.SCORES_DLQ.name()))
            .count();
  }
}
