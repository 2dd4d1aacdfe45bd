package io.scarlet.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Programs that run together: all start at once, and stop tier by tier, the last first. One that
 * ends by itself is started again; when that is of no use, or one is not ready in time, the fleet
 * has failed.
 */
public final class Fleet implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(8);

  private final Path leash;
  private final Path logs;
  private final Supervision supervision;
  private final Consumer<String> news;
  private final List<List<SupervisedProgram>> tiers = new ArrayList<>();
  private final CompletableFuture<ProcessFailure> failure = new CompletableFuture<>();
  private volatile boolean stopped;

  /**
   * A fleet without programs.
   *
   * @param leash the jar or folder that holds the leash
   * @param logs the folder that gets the logs
   * @param supervision when a program is started again
   * @param news gets a line for people whenever one is; called by several threads
   */
  public Fleet(Path leash, Path logs, Supervision supervision, Consumer<String> news) {
    this.leash = leash;
    this.logs = logs;
    this.supervision = supervision;
    this.news = news;
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
    List<SupervisedProgram> tier = new ArrayList<>();
    tiers.add(tier);
    for (Program program : programs) {
      tier.add(SupervisedProgram.start(program, leash, logs, supervision, news, this::fail));
    }
  }

  /**
   * Waits until all programs of a tier serve.
   *
   * @param tier from 0, in starting order
   * @throws ProcessFailure where the fleet fails first
   */
  public void awaitReady(int tier) {
    CompletableFuture<Void> ready = ready(tier);
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
    return programs().map(SupervisedProgram::handle).toList();
  }

  /** What the programs are called, in starting order. */
  public synchronized List<String> names() {
    return programs().map(SupervisedProgram::name).toList();
  }

  /** Kills the process of a program outright, as a fault would; it is started again. */
  public synchronized void kill(String name) {
    programs()
        .filter(program -> program.name().equals(name))
        .forEach(program -> program.handle().destroyForcibly());
  }

  /** Stops everything, and returns when nothing runs any more. */
  @Override
  public synchronized void close() {
    stopped = true;
    for (List<SupervisedProgram> tier : tiers.reversed()) {
      tier.forEach(SupervisedProgram::requestStop);
      tier.forEach(program -> program.awaitStop(GRACE));
    }
    tiers.clear();
  }

  private Stream<SupervisedProgram> programs() {
    return tiers.stream().flatMap(List::stream);
  }

  private synchronized CompletableFuture<Void> ready(int tier) {
    return CompletableFuture.allOf(
        tiers.get(tier).stream().map(SupervisedProgram::ready).toArray(CompletableFuture[]::new));
  }

  private void fail(ProcessFailure failed) {
    if (!stopped) {
      failure.complete(failed);
    }
  }
}
