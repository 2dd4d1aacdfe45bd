package io.scarlet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services do about their backend, before there is a broker or anything else. */
class BackendIT {

  private static final Installation BUILT =
      new Installation(Path.of("../..").toAbsolutePath().normalize());
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  @ParameterizedTest
  @ValueSource(strings = {"trainer", "evaluator"})
  void a_service_says_at_its_start_what_it_computes_with_and_why(String service) throws Exception {
    Process process = start(service, VECTORS, "-Dscarlet." + service + ".threads=2");
    try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(log.lines().filter(line -> line.contains("backend")).findFirst())
          .hasValueSatisfying(
              line ->
                  assertThat(line)
                      .contains(
                          "INFO  "
                              + service
                              + ": computes with the backend 'cpu', 2 threads, chosen"
                              + " automatically: Java has vectors of "));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trainer", "evaluator"})
  void a_service_told_to_use_a_backend_that_the_build_lacks_ends_with_one_line(String service)
      throws Exception {
    assumeTrue(lacksNd4j(service), "built with -Pportable or -Pcuda");
    assertThat(said(1, start(service, "-Dscarlet." + service + ".backend=portable")))
        .singleElement()
        .asString()
        .startsWith(
            service + ": this build has no backend 'portable': build with the Maven profile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trainer", "evaluator"})
  void a_service_that_may_choose_but_can_compute_with_none_ends_with_one_line(String service)
      throws Exception {
    assumeTrue(lacksNd4j(service), "built with -Pportable or -Pcuda");
    assertThat(said(1, start(service)))
        .singleElement()
        .asString()
        .startsWith(service + ": no backend can compute here (cpu: Java was started without");
  }

  @Test
  void a_trainer_told_to_compute_nothing_ends_with_one_line() throws Exception {
    assertThat(said(1, start("trainer", "-Dscarlet.trainer.backend=none")))
        .containsExactly(
            "trainer: the backend 'none' computes nothing: choose 'auto', 'cpu' or 'portable'");
  }

  /** Nothing listens on port 1. */
  private static Process start(String service, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dquarkus.http.port=0");
    command.add("-Dkafka.bootstrap.servers=127.0.0.1:1");
    command.add("-Dscarlet.registry.url=http://127.0.0.1:1");
    command.add("-Dscarlet.store.url=file:/nowhere");
    command.add("-jar");
    command.add(BUILT.service(service + "-service").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SCARLET_"));
    return builder.start();
  }

  private static List<String> said(int exitCode, Process process) throws Exception {
    try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = log.lines().toList();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(exitCode);
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean lacksNd4j(String service) throws IOException {
    try (Stream<Path> jars =
        Files.list(BUILT.service(service + "-service").resolveSibling("lib/main"))) {
      return jars.noneMatch(jar -> jar.getFileName().toString().contains("nd4j"));
    }
  }
}
