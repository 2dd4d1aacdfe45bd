package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a search ends, nothing of it runs on. */
class NothingLeftIT {

  /** Broker, registry, evolver, evaluator. */
  private static final int PROCESSES = 4;

  private static final int INTERRUPT = 2;
  private static final int INTERRUPTED = 128 + INTERRUPT;
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Test
  void when_the_command_line_is_killed_outright_its_processes_end_by_themselves() throws Exception {
    CommandLineProcess search = search();
    List<ProcessHandle> children = search.children(PROCESSES);

    search.signal("KILL");

    assertAllEnd(children);
  }

  @Test
  void ctrl_c_stops_everything_and_clears_the_working_folder() throws Exception {
    assumeFalse(ignoresInterrupts(), "started in the background, where Ctrl-C reaches no process");
    CommandLineProcess search = search();
    List<ProcessHandle> children = search.children(PROCESSES);
    search.awaitSaid("services start");

    search.signal("INT");

    assertThat(search.exitCode()).isEqualTo(INTERRUPTED);
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("results/logs/broker.log")).exists();
    assertThat(folder.resolve("results/work")).doesNotExist();
    assertThat(search.said())
        .contains("scarlet: interrupted, everything stops (logs: ")
        .doesNotContain("Exception", "ended by");
  }

  @Test
  void a_termination_signal_during_the_start_stops_everything() throws Exception {
    CommandLineProcess search = search();
    List<ProcessHandle> children = search.children(PROCESSES);

    search.signal("TERM");

    assertThat(search.exitCode()).isEqualTo(TERMINATED);
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void a_termination_signal_to_every_process_of_it_stops_it_in_order() throws Exception {
    CommandLineProcess search = search();
    List<ProcessHandle> children = search.children(PROCESSES);
    search.awaitSaid("generation 1:");

    children.forEach(ProcessHandle::destroy);
    search.signal("TERM");

    assertThat(search.exitCode()).isEqualTo(TERMINATED);
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(search.said())
        .contains("scarlet: interrupted, everything stops (logs: ")
        .doesNotContain("started again");
    assertThat(folder.resolve("results/log.avro")).exists();
  }

  @Test
  void a_process_that_is_killed_is_started_again_and_the_search_goes_on() throws Exception {
    CommandLineProcess search = search();
    List<ProcessHandle> children = search.children(PROCESSES);

    children.getFirst().destroyForcibly();

    assertThat(search.exitCode()).as(search.said()).isZero();
    assertThat(search.said()).contains(" ended (killed by signal 9); started again");
    assertThat(folder.resolve("results/front.json")).exists();
  }

  /** Shells make what they start in the background deaf to Ctrl-C, with all that it starts. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn:0")
            .substring("SigIgn:".length())
            .strip();
    return ((Long.parseUnsignedLong(ignored, 16) >>> (INTERRUPT - 1)) & 1) == 1;
  }

  private CommandLineProcess search() throws Exception {
    return CommandLineProcess.start(
        folder, "search", "--preset=nas-bench-macro", "--output=" + folder.resolve("results"));
  }

  private static void assertAllEnd(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }
}
