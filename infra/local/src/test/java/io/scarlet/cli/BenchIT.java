package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.io.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {

  @TempDir private Path folder;

  @Test
  void the_benchmarks_run_in_a_process_of_their_own_and_print_a_line_of_json()
      throws IOException, InterruptedException {
    CommandLineProcess bench =
        CommandLineProcess.start(
            folder,
            "bench",
            "evaluate",
            "--net",
            "small-e3k3",
            "--threads",
            "1",
            "--rounds",
            "1",
            "--warm-up",
            "0",
            "--json");

    assertThat(bench.exitCode()).isZero();
    assertThat(bench.printed().lines())
        .singleElement()
        .asString()
        .startsWith("{\"name\":\"small-e3k3\",\"threads\":1,\"ours_ms\":");
    assertThat(bench.said()).doesNotContain("incubator");
  }

  @Test
  void an_evolver_that_was_killed_serves_again_all_that_was_on_its_log()
      throws IOException, InterruptedException {
    CommandLineProcess bench =
        CommandLineProcess.start(folder, "bench", "recovery", "--events", "4000", "--json");

    assertThat(bench.exitCode()).isZero();
    assertThat(bench.printed().lines())
        .singleElement()
        .asString()
        .startsWith("{\"events\":4021,\"searches\":1,\"folded_s\":")
        .contains(Chromium.onPath().isPresent() ? "\"painted_list_ms\":" : "\"page_ms\":");
  }

  @Test
  void what_they_do_not_understand_is_one_line_and_exit_code_2()
      throws IOException, InterruptedException {
    CommandLineProcess bench = CommandLineProcess.start(folder, "bench", "floor", "--net", "nope");

    assertThat(bench.exitCode()).isEqualTo(2);
    assertThat(bench.said().lines())
        .singleElement()
        .asString()
        .startsWith("scarlet: --net nope: there is no net 'nope'");
    assertThat(bench.printed()).isEmpty();
  }
}
