package io.scarlet.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Programs that run together: all start at once, and stop tier by tier, the last first. When one
 * ends by itself, or is not ready in time, the fleet has failed.
 */
public final class Fleet implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(8);

  private final Path leash;
  private final Path logs;
  private final List<Tier> tiers = new ArrayList<>();
  private final CompletableFuture<ProcessFailure> failure = new CompletableFuture<>();
  private volatile boolean stopped;

  /** Programs that do not need each other, and the moment when they all serve. */
  private record Tier(List<RunningProgram> programs, CompletableFuture<Void> ready) {}

  /**
   * A fleet without programs.
   *
   * @param leash the jar or folder that holds the leash
   * @param logs the folder that gets the logs
   */
  public Fleet(Path leash, Path logs) {
    this.leash = leash;
    this.logs = logs;
  }

  /**
   * Starts programs that may need those started before. Starts none once the fleet is closed.
   *
   * @param programs that do not need each other
   * @throws ProcessFailure where the system cannot start one
   */
  public synchronized void start(List<Program> programs) {
    if (stopped) {
      return;
    }
    Tier tier = new Tier(new ArrayList<>(), new CompletableFuture<>());
    tiers.add(tier);
    for (Program program : programs) {
      RunningProgram started = RunningProgram.start(program, leash, logs);
      tier.programs().add(started);
      started.onDeath(this::fail);
    }
    Thread.ofVirtual().start(() -> watch(List.copyOf(tier.programs()), tier.ready()));
  }

  /**
   * Waits until all programs of a tier serve.
   *
   * @param tier from 0, in starting order
   * @throws ProcessFailure where any program of the fleet ends first, or takes too long
   */
  public void awaitReady(int tier) {
    CompletableFuture<Void> ready = tier(tier).ready();
    CompletableFuture.anyOf(ready, failure).join();
    failure()
        .ifPresent(
            failed -> {
              throw failed;
            });
  }

  /** The first failure of a program; empty while all is well. */
  public Optional<ProcessFailure> failure() {
    return Optional.ofNullable(failure.getNow(null));
  }

  /** The processes, in starting order. */
  public synchronized List<ProcessHandle> handles() {
    return tiers.stream()
        .flatMap(tier -> tier.programs().stream())
        .map(RunningProgram::handle)
        .toList();
  }

  /** Stops everything, and returns when nothing runs any more. */
  @Override
  public synchronized void close() {
    stopped = true;
    for (Tier tier : tiers.reversed()) {
      tier.programs().forEach(RunningProgram::requestStop);
      tier.programs().forEach(program -> program.awaitStop(GRACE));
    }
    tiers.clear();
  }

  private void watch(List<RunningProgram> programs, CompletableFuture<Void> ready) {
    try {
      for (RunningProgram program : programs) {
        program.awaitReady();
      }
      ready.complete(null);
    } catch (ProcessFailure failed) {
      fail(failed);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(ProcessFailure failed) {
    if (!stopped) {
      failure.complete(failed);
    }
  }

  private synchronized Tier tier(int index) {
    return tiers.get(index);
  }
}
