package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scarlet.events.CandidateScored;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole searches of a table through real processes. */
class SearchIT {

  private static final int EVALUATIONS = 96;
  private static final int FIRST_GENERATION = 16;

  @TempDir private Path folder;

  @Test
  void the_number_of_evaluators_does_not_change_a_byte_of_the_result_nor_do_traces()
      throws Exception {
    Path one = search("one", 1, Map.of());
    Path three;
    try (TraceCollector traces = TraceCollector.start()) {
      three = search("three", 3, traces.environment());
      assertTraced(traces);
    }

    for (String file : List.of("front.json", "evaluated.csv", "search.json")) {
      assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
    assertThat(Files.readAllLines(one.resolve("evaluated.csv"))).hasSize(1 + EVALUATIONS);
    assertThat(one.resolve("report.html")).content().contains("</html>");
    assertThat(names(one))
        .containsExactlyInAnyOrder(
            "search.json", "front.json", "evaluated.csv", "report.html", "log.avro", "logs");
    assertThat(names(three.resolve("logs")))
        .contains("broker.log", "registry.log", "evolver.log", "evaluator-3.log");
    assertReplays(one);
    assertReplays(three);
    assertAlteredScoreIsNoticed(three);
    assertForks(one);
  }

  private void assertForks(Path parent) throws Exception {
    Path fork = folder.resolve("fork");
    CommandLineProcess run =
        CommandLineProcess.start(
            folder,
            "fork",
            parent.toString(),
            "--generation=2",
            "--evaluations=64",
            "--seed=99",
            "--output=" + fork);

    assertThat(run.exitCode()).as(run.said()).isZero();
    List<String> shared = Files.readAllLines(parent.resolve("evaluated.csv")).subList(0, 33);
    List<String> evaluated = Files.readAllLines(fork.resolve("evaluated.csv"));
    assertThat(evaluated.subList(0, 33)).isEqualTo(shared);
    assertThat(evaluated).hasSize(1 + 64);
    ReplayReport replay = Replay.of(LogFile.read(fork.resolve("log.avro")));
    assertThat(replay.difference()).isEmpty();
    assertThat(replay.complete()).isTrue();
    assertThat(replay.candidates()).isEqualTo(32);
  }

  @Test
  void a_search_that_is_stopped_leaves_a_log_that_replays_as_far_as_it_goes() throws Exception {
    Path output = folder.resolve("stopped");
    CommandLineProcess search =
        CommandLineProcess.start(
            folder,
            "search",
            "--preset=nas-bench-macro",
            "--evaluations=6000",
            "--population=32",
            "--output=" + output);
    search.awaitSaid("generation 1:");

    search.signal("TERM");
    search.exitCode();

    RecordedLog log = LogFile.read(output.resolve("log.avro"));
    assertThat(log.complete()).isFalse();
    CommandLineProcess replay = CommandLineProcess.start(folder, "replay", output.toString());
    assertThat(replay.exitCode()).as(replay.printed()).isZero();
    assertThat(replay.printed()).contains("cut off before its end", "equal, byte for byte");
    assertThat(Replay.of(log).generations()).isGreaterThanOrEqualTo(2);
  }

  private void assertReplays(Path run) throws Exception {
    CommandLineProcess replay = CommandLineProcess.start(folder, "replay", run.toString());

    assertThat(replay.exitCode()).as(replay.printed()).isZero();
    assertThat(replay.printed())
        .contains(
            (EVALUATIONS + 1) + " facts folded",
            EVALUATIONS + " candidates and 6 generations compared",
            "equal, byte for byte");
  }

  private void assertAlteredScoreIsNoticed(Path run) throws Exception {
    RecordedLog log = LogFile.read(run.resolve("log.avro"));
    CandidateScored score =
        log.events().stream()
            .map(LoggedEvent::event)
            .filter(CandidateScored.class::isInstance)
            .map(CandidateScored.class::cast)
            .findFirst()
            .orElseThrow();
    score.setAccuracy(0.999);
    Path altered = Files.write(folder.resolve("altered.avro"), LogFile.bytes(log));

    CommandLineProcess replay = CommandLineProcess.start(folder, "replay", altered.toString());

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.printed())
        .contains(
            "different: generation 0: ",
            "[%s].accuracy is ".formatted(score.getCandidateId()),
            " and 0.999 by replay");
  }

  /** Those of the first generation were all sent long before the end. */
  private static void assertTraced(TraceCollector traces) {
    List<TraceCollector.Taken> proposals =
        traces.named("propose").stream()
            .filter(span -> span.attribute("scarlet.candidate").contains("-g000-"))
            .toList();
    assertThat(proposals).hasSizeGreaterThanOrEqualTo(FIRST_GENERATION);
    List<TraceCollector.Taken> scores = traces.named("score");
    List<TraceCollector.Taken> folds = traces.named("fold");
    assertThat(proposals)
        .allSatisfy(
            proposal -> {
              assertThat(proposal.service()).isEqualTo("scarlet-evolver");
              assertThat(proposal.parent()).isEmpty();
              TraceCollector.Taken score = child(proposal, scores);
              assertThat(score.service()).isEqualTo("scarlet-evaluator");
              assertThat(score.attribute("scarlet.candidate"))
                  .isEqualTo(proposal.attribute("scarlet.candidate"));
              TraceCollector.Taken fold = child(score, folds);
              assertThat(fold.service()).isEqualTo("scarlet-evolver");
              assertThat(fold.attribute("scarlet.event")).isEqualTo("CandidateScored");
            });
  }

  private static TraceCollector.Taken child(
      TraceCollector.Taken parent, List<TraceCollector.Taken> spans) {
    return spans.stream()
        .filter(span -> span.trace().equals(parent.trace()) && span.parent().equals(parent.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing follows " + parent));
  }

  private Path search(String name, int evaluators, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = folder.resolve(name);
    CommandLineProcess search =
        CommandLineProcess.start(
            folder,
            environment,
            List.of(
                    "search",
                    "--preset=nas-bench-macro",
                    "--evaluations=" + EVALUATIONS,
                    "--population=32",
                    "--evaluators=" + evaluators,
                    "--output=" + output,
                    "--json")
                .toArray(String[]::new));
    assertThat(search.exitCode()).as(search.said()).isZero();
    JsonNode result = new ObjectMapper().readTree(search.printed());
    assertThat(result.get("evaluations").asInt()).isEqualTo(EVALUATIONS);
    assertThat(result.get("output").asText()).isEqualTo(output.toString());
    assertThat(result.get("front")).isNotEmpty();
    return output;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
