package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole searches that wait for nobody: what decides them lies on the log, so they replay. */
class UnderWayIT {

  @TempDir private Path folder;

  @Test
  void a_search_for_fast_networks_beside_its_training_scores_its_survivors_anew_and_replays()
      throws Exception {
    RecordedLog log =
        searched(
            "--preset=fashion-quick",
            "--evaluations=28",
            "--population=4",
            "--evaluators=2",
            "--set=training.epochs=2",
            "--set=training.checkpointEveryEpochs=1",
            "--set=evolution.adoption=SCHEDULED",
            "--set=evolution.generationsPerCheckpoint=2",
            "--set=evolution.generationSize=4",
            "--set=evaluation.recalibrationBatches=1",
            "--set=evolution.objectives=[{name: accuracy, direction: maximize},"
                + " {name: latency, direction: minimize}]",
            "--set=finalists.count=0");

    List<GenerationCompleted> generations = events(log, GenerationCompleted.class);
    assertThat(generations.stream().map(GenerationCompleted::getCheckpointStep).distinct())
        .containsExactly(200L, 400L);
    assertThat(generations)
        .allSatisfy(
            done ->
                assertThat(done.getFront().stream().map(Member::getCheckpointSha256).distinct())
                    .hasSize(1));
    assertThat(events(log, CandidateScored.class))
        .hasSize(28)
        .allMatch(score -> score.getLatency() > 0);
    assertThat(events(log, CandidateProposed.class))
        .filteredOn(CandidateProposed::getRescored)
        .isNotEmpty()
        .allMatch(candidate -> candidate.getGeneration() == 2);
  }

  @Test
  void a_search_in_a_steady_state_replays() throws Exception {
    RecordedLog log =
        searched(
            "--preset=nas-bench-macro",
            "--evaluations=96",
            "--evaluators=3",
            "--set=evolution.mode=STEADY_STATE");

    assertThat(events(log, GenerationCompleted.class))
        .hasSize(6)
        .allMatch(done -> done.getEvaluated().size() == 16);
  }

  private RecordedLog searched(String... arguments) throws Exception {
    Path output = folder.resolve("run");
    String[] all = new String[arguments.length + 2];
    all[0] = "search";
    all[1] = "--output=" + output;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    CommandLineProcess search = CommandLineProcess.start(folder, all);
    assertThat(search.exitCode()).as(search.said()).isZero();

    CommandLineProcess replay = CommandLineProcess.start(folder, "replay", output.toString());
    assertThat(replay.exitCode()).as(replay.printed()).isZero();
    assertThat(replay.printed()).contains("equal, byte for byte");
    return LogFile.read(output.resolve("log.avro"));
  }

  private static <T> List<T> events(RecordedLog log, Class<T> type) {
    return log.events().stream()
        .map(LoggedEvent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
