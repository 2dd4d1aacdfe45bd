package io.scarlet.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Programs that run together: all start at once, and stop tier by tier, the last first. When one
 * ends by itself, the fleet has failed.
 *
 * <p>A fleet also stops when this process is asked to end by Ctrl-C or a signal.
 */
public final class Fleet implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(8);

  private final List<List<RunningProgram>> tiers = new ArrayList<>();
  private final CompletableFuture<ProcessFailure> failure = new CompletableFuture<>();
  private final Thread atExit =
      Thread.ofPlatform().name("stop-the-fleet").unstarted(this::stopEverything);
  private boolean stopped;

  private Fleet() {}

  /**
   * Starts programs.
   *
   * @param tiers those that others need come first
   * @param leash the jar or folder that holds the leash
   * @param logs the folder that gets the logs
   * @throws ProcessFailure where the system cannot start one; then none runs
   */
  public static Fleet start(List<List<Program>> tiers, Path leash, Path logs) {
    Fleet fleet = new Fleet();
    Runtime.getRuntime().addShutdownHook(fleet.atExit);
    try {
      tiers.forEach(tier -> fleet.startTier(tier, leash, logs));
    } catch (ProcessFailure refused) {
      fleet.close();
      throw refused;
    }
    return fleet;
  }

  /**
   * Waits until a program serves.
   *
   * @param name of the program
   * @throws ProcessFailure where it, or any other of the fleet, ends first or takes too long
   * @throws InterruptedException where the waiting thread is interrupted
   */
  public void awaitReady(String name) throws InterruptedException {
    RunningProgram program =
        programs()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no program " + name));
    program.awaitReady();
  }

  /** Completes with the first failure of a program, as soon as it happens. */
  public CompletableFuture<ProcessFailure> failure() {
    return failure;
  }

  /** The processes, in starting order. */
  public List<ProcessHandle> handles() {
    return programs().map(RunningProgram::handle).toList();
  }

  /** Stops everything, and returns when nothing runs any more. */
  @Override
  public void close() {
    stopEverything();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      failure.cancel(false);
    }
  }

  private synchronized void startTier(List<Program> tier, Path leash, Path logs) {
    if (stopped) {
      return;
    }
    List<RunningProgram> running = new ArrayList<>();
    tiers.add(running);
    for (Program program : tier) {
      RunningProgram started = RunningProgram.start(program, leash, logs);
      running.add(started);
      started.onDeath(failure::complete);
    }
  }

  private synchronized void stopEverything() {
    stopped = true;
    for (List<RunningProgram> tier : tiers.reversed()) {
      tier.forEach(RunningProgram::requestStop);
      tier.forEach(program -> program.awaitStop(GRACE));
    }
    tiers.clear();
  }

  private synchronized Stream<RunningProgram> programs() {
    return tiers.stream().flatMap(List::stream).toList().stream();
  }
}
