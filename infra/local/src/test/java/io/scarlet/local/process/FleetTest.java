package io.scarlet.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FleetTest {

  private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
  private static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

  /** No waiting, and few runs. */
  static final Supervision HASTY =
      new Supervision(2, 3, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);

  @TempDir private Path folder;
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  @Test
  void when_a_fleet_is_closed_nothing_of_it_runs() {
    int port = FreePorts.choose(1).getFirst();
    List<ProcessHandle> handles;
    try (Fleet fleet = new Fleet(CLASSES, folder, HASTY, news::add)) {
      fleet.start(List.of(program("serving", port, "serve", String.valueOf(port))));
      fleet.awaitReady(0);
      handles = fleet.handles();
      assertThat(handles).allMatch(ProcessHandle::isAlive);
    }
    assertThat(handles).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void a_program_that_cannot_start_is_a_failure_that_quotes_its_log() {
    try (Fleet fleet = new Fleet(CLASSES, folder, HASTY, news::add)) {
      fleet.start(List.of(program("hapless", 1, "fail")));

      assertThatThrownBy(() -> fleet.awaitReady(0))
          .isInstanceOf(ProcessFailure.class)
          .hasMessageContaining("the hapless ended with status 1")
          .hasMessageContaining("the disk is made of cheese");
      assertThat(fleet.failure()).isPresent();
      assertThat(news)
          .singleElement()
          .asString()
          .startsWith("hapless ended (status 1: ")
          .endsWith("the disk is made of cheese); started again");
    }
  }

  @Test
  void a_program_that_is_killed_is_started_again_where_it_served() throws Exception {
    int port = FreePorts.choose(1).getFirst();
    try (Fleet fleet = new Fleet(CLASSES, folder, HASTY, news::add)) {
      fleet.start(List.of(program("victim-1", port, "serve", String.valueOf(port))));
      fleet.awaitReady(0);
      ProcessHandle first = fleet.handles().getFirst();

      fleet.kill("victim-1");

      assertThat(news.poll(20, TimeUnit.SECONDS))
          .isEqualTo("victim 1 ended (killed by signal 9); started again");
      fleet.awaitReady(0);
      assertThat(fleet.handles().getFirst()).isNotEqualTo(first);
      assertThat(new Readiness.Listening(port).isReached()).isTrue();
      assertThat(fleet.failure()).isEmpty();
    }
  }

  @Test
  void a_program_that_is_killed_again_and_again_is_given_up() throws Exception {
    int port = FreePorts.choose(1).getFirst();
    try (Fleet fleet = new Fleet(CLASSES, folder, HASTY, news::add)) {
      fleet.start(List.of(program("victim", port, "serve", String.valueOf(port))));
      for (int run = 1; run < HASTY.shortRuns(); run++) {
        fleet.awaitReady(0);
        fleet.kill("victim");
        assertThat(news.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      fleet.awaitReady(0);
      fleet.start(List.of(program("slow", 1, "wait")));
      fleet.kill("victim");

      assertThatThrownBy(() -> fleet.awaitReady(1))
          .hasMessageContaining("the victim was ended by signal 9");
    }
  }

  @Test
  void a_program_that_is_never_ready_is_given_up() {
    try (Fleet fleet = new Fleet(CLASSES, folder, HASTY, news::add)) {
      fleet.start(List.of(program("slow", 1, "wait")));

      assertThatThrownBy(() -> fleet.awaitReady(0))
          .hasMessageContaining("the slow was not ready within 3 s");
    }
  }

  @Test
  void a_request_to_end_that_reaches_everybody_leaves_the_order_to_the_fleet() throws Exception {
    int port = FreePorts.choose(1).getFirst();
    try (Fleet fleet = new Fleet(CLASSES, folder, HASTY, news::add)) {
      fleet.start(List.of(program("serving", port, "serve", String.valueOf(port))));
      fleet.awaitReady(0);
      ProcessHandle serving = fleet.handles().getFirst();

      serving.destroy();

      assertThatThrownBy(() -> serving.onExit().get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    assertThat(news).isEmpty();
    assertThat(folder.resolve("serving.log")).content().contains("in good order");
  }

  @Test
  void programs_end_with_the_process_that_started_them_even_if_that_is_killed() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentProgram.class.getName(),
                folder.toString())
            .inheritIO()
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    long childId = Long.parseLong(parent.inputReader().readLine());
    ProcessHandle child = ProcessHandle.of(childId).orElseThrow();
    assertThat(child.isAlive()).isTrue();

    parent.destroyForcibly();

    assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void free_ports_are_free_and_distinct() throws IOException {
    List<Integer> ports = FreePorts.choose(20);

    assertThat(ports).doesNotHaveDuplicates().hasSize(20);
    for (int port : ports) {
      new ServerSocket(port).close();
    }
  }

  static Program program(String name, int port, String... arguments) {
    return new Program(
        name,
        List.of(TEST_CLASSES),
        ChildProgram.class.getName(),
        List.of("-XX:TieredStopAtLevel=1"),
        List.of(arguments),
        Path.of("").toAbsolutePath(),
        new Readiness.Listening(port),
        Optional.empty(),
        Duration.ofSeconds(3));
  }
}
