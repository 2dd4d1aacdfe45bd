package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointAdoption;
import io.scarlet.events.Constraint;
import io.scarlet.events.ControlAction;
import io.scarlet.events.Direction;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.Objective;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchMode;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import io.scarlet.schemas.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A replay decides as the topology did. The golden logs of {@code search-log} were recorded here:
 * this test leaves its logs in {@code target/recorded-*.avro}.
 */
class RecordedTopologyTest {

  private static final int EVALUATIONS = 60;
  private static final int POPULATION = 12;
  private static final int GENERATIONS = EVALUATIONS / POPULATION;
  private static final Path FOLDER = Path.of("target");

  @TempDir private Path state;

  @Test
  void a_search_with_failures_repeated_and_late_scores_and_a_pause_replays_byte_for_byte()
      throws IOException {
    try (RecordedTopology topology = new RecordedTopology("golden", state)) {
      topology.send(TopicCatalogue.SEARCHES, Events.tableSearch("golden", EVALUATIONS, POPULATION));
      topology.send(TopicCatalogue.CHECKPOINTS, Events.checkpoint("golden", true));
      List<CandidateProposed> open = topology.proposed();
      for (int generation = 0; generation < GENERATIONS; generation++) {
        topology.send(TopicCatalogue.SEARCHES, control(ControlAction.PAUSE));
        open.reversed().forEach(candidate -> evaluate(topology, candidate));
        assertThat(topology.proposed()).isEmpty();
        topology.send(TopicCatalogue.SEARCHES, control(ControlAction.RESUME));
        topology.send(TopicCatalogue.SCORES, Events.score(open.getFirst()));
        open = topology.proposed();
      }

      ReplayReport report = topology.replay(FOLDER.resolve("recorded-search.avro"));

      assertThat(report.difference()).isEmpty();
      assertThat(report.complete()).isTrue();
      assertThat(report.facts()).isEqualTo(topology.facts());
      assertThat(report.candidates()).isEqualTo(EVALUATIONS);
      assertThat(report.generations()).isEqualTo(GENERATIONS);
      assertThat(report.uncounted())
          .isGreaterThan(GENERATIONS)
          .isEqualTo(topology.events(TopicCatalogue.SCORES_DLQ));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SCHEDULED", "AS_IT_COMES"})
  void a_search_beside_its_training_replays_byte_for_byte(CheckpointAdoption adoption)
      throws IOException {
    try (RecordedTopology topology = new RecordedTopology("golden", state)) {
      SearchRequested request = Events.supernetSearch("golden");
      request.getEvolution().setEvaluations(EVALUATIONS);
      request.getEvolution().setPopulation(4);
      request.getEvolution().setAdoption(adoption);
      request.getEvolution().setGenerationsPerCheckpoint(3);
      topology.send(TopicCatalogue.CHECKPOINTS, Events.checkpoint("golden", 100, false));
      topology.send(TopicCatalogue.SEARCHES, request);
      List<CandidateProposed> open = new ArrayList<>(topology.proposed());
      for (int step = 200; step <= 400; step += 100) {
        for (int score = 0; score < 9 && !open.isEmpty(); score++) {
          evaluate(topology, open.removeLast());
          open.addAll(topology.proposed());
        }
        topology.send(TopicCatalogue.CHECKPOINTS, Events.checkpoint("golden", step, step == 400));
        topology.send(TopicCatalogue.CHECKPOINTS, Events.checkpoint("golden", step, false));
        open.addAll(topology.proposed());
      }
      while (!open.isEmpty()) {
        evaluate(topology, open.removeLast());
        open.addAll(topology.proposed());
      }
      topology.send(TopicCatalogue.CHECKPOINTS, Events.checkpoint("golden", 500, true));
      List<GenerationCompleted> generations =
          topology.received(TopicCatalogue.GENERATIONS).stream()
              .map(GenerationCompleted.class::cast)
              .toList();

      ReplayReport report = topology.replay(FOLDER.resolve("recorded-" + adoption + ".avro"));

      assertThat(report.difference()).isEmpty();
      assertThat(report.complete()).isTrue();
      assertThat(report.candidates()).isEqualTo(EVALUATIONS);
      assertThat(generations.getLast().getCheckpointStep()).isEqualTo(400);
      assertThat(generations)
          .allSatisfy(
              done ->
                  assertThat(done.getFront())
                      .extracting(Member::getCheckpointSha256)
                      .containsOnly("sha-" + done.getCheckpointStep()))
          .anyMatch(done -> done.getEvaluated().stream().allMatch(Member::getRescored));
      assertThat(topology.deadLetters("checkpoint_unused")).isEqualTo(3);
      assertThat(topology.deadLetters("not_running")).isEqualTo(1);
    }
  }

  @Test
  void a_search_in_a_steady_state_replays_byte_for_byte() throws IOException {
    Random arrival = new Random(3);
    try (RecordedTopology topology = new RecordedTopology("golden", state)) {
      SearchRequested request = Events.tableSearch("golden", EVALUATIONS, POPULATION);
      request.getEvolution().setMode(SearchMode.STEADY_STATE);
      topology.send(TopicCatalogue.SEARCHES, request);
      List<CandidateProposed> open = new ArrayList<>(topology.proposed());
      for (int scored = 0; scored < EVALUATIONS; scored++) {
        assertThat(open).hasSize(Math.min(POPULATION, EVALUATIONS - scored));
        evaluate(topology, open.remove(arrival.nextInt(open.size())));
        open.addAll(topology.proposed());
      }

      ReplayReport report = topology.replay(FOLDER.resolve("recorded-STEADY_STATE.avro"));

      assertThat(report.difference()).isEmpty();
      assertThat(report.complete()).isTrue();
      assertThat(report.candidates()).isEqualTo(EVALUATIONS);
      assertThat(report.generations()).isEqualTo(GENERATIONS);
    }
  }

  @Test
  void a_search_by_latencies_that_no_second_measurement_would_give_replays_byte_for_byte()
      throws IOException {
    Random measurement = new Random(5);
    try (RecordedTopology topology = new RecordedTopology("golden", state)) {
      SearchRequested request = Events.supernetSearch("golden");
      request.getEvaluation().getLatency().setRuns(3);
      request.getEvolution().setEvaluations(EVALUATIONS);
      request.getEvolution().setPopulation(POPULATION);
      request
          .getEvolution()
          .setObjectives(
              List.of(
                  new Objective("accuracy", Direction.MAXIMIZE),
                  new Objective("latency", Direction.MINIMIZE)));
      request.getEvolution().setConstraints(List.of(new Constraint("latency", 5.0, null)));
      topology.send(TopicCatalogue.SEARCHES, request);
      topology.send(TopicCatalogue.CHECKPOINTS, Events.checkpoint("golden", true));
      List<CandidateProposed> open = new ArrayList<>(topology.proposed());
      while (!open.isEmpty()) {
        CandidateScored score = Events.score(open.removeLast());
        score.setLatency(1 + 9 * measurement.nextDouble());
        topology.send(TopicCatalogue.SCORES, score);
        open.addAll(topology.proposed());
      }
      List<GenerationCompleted> generations =
          topology.received(TopicCatalogue.GENERATIONS).stream()
              .map(GenerationCompleted.class::cast)
              .toList();
      Path file = FOLDER.resolve("recorded-latency.avro");

      ReplayReport report = topology.replay(file);

      assertThat(report.difference()).isEmpty();
      assertThat(report.candidates()).isEqualTo(EVALUATIONS);
      assertThat(generations.getLast().getFront())
          .isNotEmpty()
          .allMatch(member -> member.getLatency() <= 5);
      assertThat(Replay.of(altered(LogFile.read(file))).difference().orElseThrow())
          .contains(".latency is ", " in the log and 77.0 by replay");
    }
  }

  private static RecordedLog altered(RecordedLog log) {
    log.events().stream()
        .map(LoggedEvent::event)
        .filter(CandidateScored.class::isInstance)
        .map(CandidateScored.class::cast)
        .findFirst()
        .orElseThrow()
        .setLatency(77.0);
    return log;
  }

  /** Every seventh evaluation fails, and every fifth is told twice. */
  private static void evaluate(RecordedTopology topology, CandidateProposed candidate) {
    CandidateScored score = Events.score(candidate);
    if (candidate.getSlot() % 7 == 3) {
      score.setStatus(ScoreStatus.FAILED);
      score.setAccuracy(null);
      score.setFailure("out of memory");
    }
    topology.send(TopicCatalogue.SCORES, score);
    if (candidate.getSlot() % 5 == 2) {
      topology.send(TopicCatalogue.SCORES, score);
    }
  }

  private static SearchControlled control(ControlAction action) {
    return SearchControlled.newBuilder().setSearchId("golden").setAction(action).build();
  }
}
