package io.scarlet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built command line as a process of its own, as {@code ./scarlet} starts it. */
final class CommandLineProcess {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Path BUILT = HOME.resolve("infra/local/target");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path out;
  private final Path err;

  private CommandLineProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it in a folder, which also gets what it says. */
  static CommandLineProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, Map.of(), arguments);
  }

  /** Starts it with these variables of the environment besides. */
  static CommandLineProcess start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Dscarlet.home=" + HOME);
    command.add("-cp");
    command.add(BUILT.resolve("scarlet-local.jar") + ":" + BUILT.resolve("lib") + "/*");
    command.add("io.scarlet.cli.Scarlet");
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new CommandLineProcess(process, out, err);
  }

  /** The processes that it started, as soon as there are so many. */
  List<ProcessHandle> children(int count) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (process.descendants().count() < count) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("there are not " + count + " processes: " + said());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return process.descendants().toList();
  }

  /** Waits until it has said something on standard error. */
  void awaitSaid(String text) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!said().contains(text)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("it did not say '" + text + "': " + said());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Sends a signal, as the system's {@code kill} does. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException, IOException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end: " + said());
    }
    return process.exitValue();
  }

  /** What it said on standard error. */
  String said() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  /** What it said on standard output. */
  String printed() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
