package io.scarlet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scarlet.bench.peer.Python;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BenchTest {

  private static final String FIGURE = "\\d+\\.\\d+";

  private record Said(int exitCode, String out, String err) {}

  private static Optional<Python> none(Python.Library library) {
    return Optional.empty();
  }

  @Test
  void beside_a_peer_a_training_step_has_a_ratio() {
    Optional<Python> python = Python.with(Python.Library.PYTORCH);
    assumeTrue(python.isPresent(), "python3 cannot import torch");

    Said said = said(library -> python, "train-step --net small-e3k3,fashion-quick --json");

    assertThat(said.exitCode()).isZero();
    assertThat(said.out().lines())
        .hasSize(2)
        .allMatch(
            line ->
                line.matches(
                    "\\{\"name\":\"[a-z0-9-]+\",\"threads\":1,\"ours_ms\":%s,\"peer_ms\":%s,\"ratio\":%s}"
                        .formatted(FIGURE, FIGURE, FIGURE)));
  }

  @Test
  void without_pytorch_scarlet_is_measured_alone() {
    Said said = said(BenchTest::none, "evaluate --net small-e3k3 --json");

    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("PyTorch is missing");
    assertThat(said.out())
        .contains("\"peer_ms\":null,\"ratio\":null", "\"peer_images_per_second\":null");
  }

  @Test
  void a_profile_names_the_kernels_of_a_step_and_the_time_between_them() {
    Said said = said(BenchTest::none, "profile --net small-e3k3 --json");

    assertThat(said.exitCode()).isZero();
    assertThat(said.out())
        .contains("\"step_ms\":", "\"fused depthwiseGradient\":", "\"between kernels\":");
    assertThat(said(BenchTest::none, "profile --net small-e3k3").out())
        .contains("small-e3k3, threads 1", "fused depthwiseGradient", " %");
  }

  @Test
  void the_floor_of_a_step_is_told_with_what_the_machine_can_do() {
    assertThat(said(BenchTest::none, "floor --net small-e3k3").out())
        .contains("GFLOP/s", "GB/s", "floor ms", "small-e3k3");
  }

  @Test
  void searches_are_told_by_strategy_and_number_of_evaluations() {
    Said said = said(BenchTest::none, "search --problem fashion-quick-supernet --seeds 1 --json");

    assertThat(said.exitCode()).isZero();
    assertThat(said.out().lines())
        .hasSize(12)
        .allMatch(line -> line.contains("\"hypervolume_median\":0."));
    assertThat(said(BenchTest::none, "search --problem nothing").err())
        .isEqualTo(
            "scarlet: --problem nothing: it is one of nas-bench-macro, fashion-quick-supernet,"
                + " synthetic\n");
  }

  @Test
  void pictures_are_read_beside_a_peer_and_a_training_says_how_long_it_waits_for_them() {
    Optional<Python> python = Python.with(Python.Library.PILLOW);
    assumeTrue(python.isPresent(), "python3 cannot import PIL");

    Said said = said(library -> python, "data --json");

    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("the peer is Pillow ");
    String times = "\"threads\":1,\"ours_ms\":%s,\"peer_ms\":".formatted(FIGURE);
    assertThat(said.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line).matches("\\{\"name\":\"jpeg-500x375\"," + times + FIGURE + ".*"),
            line -> assertThat(line).matches("\\{\"name\":\"jpeg-32x32\"," + times + FIGURE + ".*"),
            line -> assertThat(line).matches(waiting("fashion-quick", times)),
            line -> assertThat(line).matches(waiting("folder-32x32", times)));
  }

  private static String waiting(String name, String times) {
    return "\\{\"name\":\"%s\",%snull,\"ratio\":null,\"waiting_ms\":%s,\"waiting_share\":%s}"
        .formatted(name, times, FIGURE, FIGURE);
  }

  @Test
  void data_takes_no_net() {
    Said said = said(BenchTest::none, "data --net small-e3k3");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo("scarlet: --net: data is measured with nets of its own; leave it out\n");
  }

  @Test
  void a_peer_that_does_not_work_is_one_line_and_exit_code_1() {
    Python broken = new Python("no-such-python", "0", "unknown");

    Said said = said(library -> Optional.of(broken), "evaluate --net small-e3k3");

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).contains("scarlet: cannot start no-such-python");
  }

  @Test
  void what_cannot_be_understood_is_one_line_and_exit_code_2() {
    Said said = said(BenchTest::none, "evaluate --net small-e3k4");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err()).startsWith("scarlet: --net small-e3k4: there is no net");
    assertThat(said.out()).isEmpty();
  }

  /** Runs with as little work as there can be. */
  private static Said said(Function<Python.Library, Optional<Python>> pythons, String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Bench(print(out), print(err))
            .run(pythons, (line + " --threads 1 --rounds 1 --warm-up 0").split(" ", -1));
    return new Said(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
