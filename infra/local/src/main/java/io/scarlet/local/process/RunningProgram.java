package io.scarlet.local.process;

import io.scarlet.local.leash.Leash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A program that runs as a child of this process.
 *
 * <p>It ends with its parent, or when its parent says so (see {@link
 * io.scarlet.local.leash.Leash}). It hears no request to end from elsewhere: the terminal's Ctrl-C
 * and hang-up reach all of its programs at once, and so does a termination from what runs commands
 * with a limit or as a unit of the system. That would stop everything in no order; the parent alone
 * hears them, and stops its children one by one.
 */
public final class RunningProgram {

  private static final String DEAF = "trap '' INT HUP TERM; exec \"$0\" \"$@\"";
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Much longer than a busy machine lets a healthy program be silent. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final int FIRST_SIGNAL = 128;

  private final Program program;
  private final Process process;
  private final ProcessLog log;
  private volatile boolean silent;

  private RunningProgram(Program program, Process process, ProcessLog log) {
    this.program = program;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a program.
   *
   * @param program what to run
   * @param leash the jar or folder that holds the leash
   * @param logs the folder that gets its log
   * @throws ProcessFailure where the system cannot start it
   */
  public static RunningProgram start(Program program, Path leash, Path logs) {
    Path log = logs.resolve(program.name() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command(program, leash))
            .directory(program.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      ProcessLog said = ProcessLog.fromItsEnd(log);
      return new RunningProgram(program, builder.start(), said);
    } catch (IOException refused) {
      throw new ProcessFailure(
          "cannot start the " + program.name() + ": " + refused.getMessage(), refused);
    }
  }

  /** The process itself. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Waits until the program serves or has ended.
   *
   * @return whether it serves
   * @throws ProcessFailure where it takes longer than its patience
   * @throws InterruptedException where the waiting thread is interrupted
   */
  public boolean awaitReady() throws InterruptedException {
    long start = System.nanoTime();
    while (!program.readiness().isReached()) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      if (System.nanoTime() - start > program.patience().toNanos()) {
        throw new ProcessFailure(
            "the %s was not ready within %d s%s"
                .formatted(program.name(), program.patience().toSeconds(), quote()));
      }
    }
    return true;
  }

  /**
   * Waits until the program has ended. One that runs and shows no life for long is cut off: it will
   * not do its work again.
   *
   * @throws InterruptedException where the waiting thread is interrupted
   */
  public void awaitEnd() throws InterruptedException {
    long lastSign = System.nanoTime();
    while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      if (program.liveness().map(Readiness::isReached).orElse(true)) {
        lastSign = System.nanoTime();
      } else if (System.nanoTime() - lastSign > SILENCE.toNanos()) {
        silent = true;
        process.destroyForcibly();
      }
    }
  }

  /** How it ended, in brackets behind its name for instance; it has ended. */
  public String ending() {
    if (silent) {
      return "showed no life for " + SILENCE.toSeconds() + " s";
    }
    int status = process.exitValue();
    return status > FIRST_SIGNAL
        ? "killed by signal " + (status - FIRST_SIGNAL)
        : "status " + status + log.cause().map(line -> ": " + line).orElse("");
  }

  /** Its end as a failure that quotes its log; it has ended. */
  public ProcessFailure failure() {
    return new ProcessFailure(obituary());
  }

  /** Asks the program to end. Returns at once. */
  public void requestStop() {
    try {
      OutputStream leash = process.getOutputStream();
      leash.write(Leash.STOP);
      leash.flush();
    } catch (IOException ended) {
      // Nobody reads it: there is nothing left to stop.
      return;
    }
  }

  /**
   * Waits until the program has ended, and cuts it off where that takes too long.
   *
   * @param grace how long it may take
   */
  public void awaitStop(Duration grace) {
    try {
      process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException stubborn) {
      process.destroyForcibly();
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String obituary() {
    int status = process.exitValue();
    String how =
        status > FIRST_SIGNAL
            ? "was ended by signal " + (status - FIRST_SIGNAL)
            : "ended with status " + status;
    return "the " + program.name() + " " + how + quote();
  }

  private String quote() {
    return log.cause().map(line -> ": " + line).orElse("") + " (log: " + log.file() + ")";
  }

  private static List<String> command(Program program, Path leash) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", DEAF));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program.jvmOptions());
    command.add("-cp");
    List<Path> classPath = new ArrayList<>(program.classPath());
    classPath.addFirst(leash);
    command.add(
        classPath.stream()
            .distinct()
            .map(Path::toString)
            .collect(Collectors.joining(java.io.File.pathSeparator)));
    command.add(Leash.class.getName());
    command.add(program.mainClass());
    command.addAll(program.arguments());
    return command;
  }
}
