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
 * A program in a virtual machine of its own, with the options of a service that computes; this one
 * has only the first compiler. It speaks to the terminal, and ends with this process.
 *
 * @param classPath of the program, the leash included
 * @param main its class
 * @param memory the most of the heap, as the virtual machine has it
 */
record ComputingProcess(List<Path> classPath, String main, String memory) {

  private static final String LEASH = "io.scarlet.local.leash.Leash";

  /** What the virtual machine says about vectors, at each start. */
  private static final String INCUBATING = "WARNING: Using incubator modules";

  /**
   * Runs it to its end.
   *
   * @return its exit code
   */
  int run(List<String> arguments) throws IOException, InterruptedException {
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
    command.add("-Xmx" + memory);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(LEASH);
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
