package io.scarlet.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The benchmarks in a virtual machine of their own, with the options of a service that computes;
 * this one has only the first compiler. It speaks to the terminal, and ends with this process.
 *
 * @param installation where they lie
 */
public record BenchProcess(Installation installation) {

  private static final String MAIN = "io.scarlet.bench.Bench";
  private static final String LEASH = "io.scarlet.local.leash.Leash";

  /** What the virtual machine says about vectors, at each start. */
  private static final String INCUBATING = "WARNING: Using incubator modules";

  /**
   * Runs them to their end.
   *
   * @param arguments what to measure
   * @return their exit code
   */
  public int run(List<String> arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(arguments))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
      said.lines().filter(line -> !line.startsWith(INCUBATING)).forEach(System.err::println);
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Programs.COMPUTING);
    command.add("-Xmx2g");
    command.add("-cp");
    command.add(
        installation.benchClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(LEASH);
    command.add(MAIN);
    command.addAll(arguments);
    return command;
  }
}
