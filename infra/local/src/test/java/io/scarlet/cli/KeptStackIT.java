package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.cli.follow.SearchFollower;
import io.scarlet.cli.follow.SearchLog;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.PlainView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.LocalStack;
import io.scarlet.local.StackAddresses;
import io.scarlet.local.StackSettings;
import io.scarlet.local.process.ProcessFailure;
import io.scarlet.log.kafka.WholeLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stack on a folder that it keeps goes on where the last one on it ended. */
@Timeout(240)
class KeptStackIT {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int EVENTS_BEFORE_THE_END_OF_EVERYTHING = 60;
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Test
  void a_search_goes_on_after_everything_was_killed_outright() throws Exception {
    SearchRequested request = Searches.ofTheTable(160);
    Path undisturbed = Searches.run(request, folder.resolve("undisturbed"), Disturbance.NONE);
    Path data = folder.resolve("data");

    Process first = stack(data);
    StackAddresses addresses = StackAddresses.of(data);
    assertThatThrownBy(
            () -> LocalStack.start(Searches.BUILT, StackSettings.kept(data, 1), line -> {}))
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("a stack runs on " + data + " already, as process " + first.pid());
    try (SearchLog log = SearchLog.open(addresses.broker(), addresses.format())) {
      log.publish(request);
      for (int events = 0; events < EVENTS_BEFORE_THE_END_OF_EVERYTHING; ) {
        events += log.next(request.getSearchId(), POLL).size();
      }
    }
    kill(first);
    assertThatThrownBy(() -> StackAddresses.of(data)).hasMessage("no stack runs on " + data);

    Process second = stack(data);
    Path results = followed(request, StackAddresses.of(data));
    second.destroy();

    assertThat(SameResults.difference(undisturbed, results)).isEmpty();
    assertThat(second.waitFor()).isEqualTo(TERMINATED);
    assertThat(data.resolve("broker")).exists();
  }

  private Path followed(SearchRequested request, StackAddresses addresses) throws IOException {
    SearchFollower follower =
        new SearchFollower(request, new PlainView(new PrintWriter(Writer.nullWriter())));
    try (SearchLog log = SearchLog.open(addresses.broker(), addresses.format())) {
      while (!follower.ended()) {
        List<SpecificRecord> events = log.next(request.getSearchId(), POLL);
        events.forEach(event -> follower.take(event, System.nanoTime()));
      }
    }
    ResultFolder results = ResultFolder.named(folder.resolve("results"));
    results.open(request);
    results.write(follower.history());
    results.write(WholeLog.read(addresses.broker(), addresses.format(), request.getSearchId()));
    return results.path();
  }

  /** The parent first, which would otherwise start the others again. */
  private static void kill(Process stack) throws Exception {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(stack.toHandle()), stack.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      each.onExit().get();
    }
  }

  private static Process stack(Path data) throws IOException {
    Process stack =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StackProgram.class.getName(),
                Searches.BUILT.home().toString(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(stack.inputReader().readLine()).isEqualTo("serves");
    return stack;
  }
}
