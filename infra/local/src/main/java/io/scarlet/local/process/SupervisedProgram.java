package io.scarlet.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A program that is started again when it ends by itself, within limits. */
final class SupervisedProgram {

  private final Program program;
  private final Path leash;
  private final Path logs;
  private final Supervision supervision;
  private final Consumer<String> news;
  private final Consumer<ProcessFailure> givenUp;

  private RunningProgram running;
  private CompletableFuture<Void> ready = new CompletableFuture<>();
  private Thread watch;
  private boolean stopping;

  private SupervisedProgram(
      Program program,
      Path leash,
      Path logs,
      Supervision supervision,
      Consumer<String> news,
      Consumer<ProcessFailure> givenUp) {
    this.program = program;
    this.leash = leash;
    this.logs = logs;
    this.supervision = supervision;
    this.news = news;
    this.givenUp = givenUp;
  }

  /**
   * Starts a program.
   *
   * @param program what to run
   * @param leash the jar or folder that holds the leash
   * @param logs the folder that gets its log
   * @param supervision when to start it again
   * @param news gets a line whenever that is done
   * @param givenUp gets the failure when that is done no more
   * @throws ProcessFailure where the system cannot start it
   */
  static SupervisedProgram start(
      Program program,
      Path leash,
      Path logs,
      Supervision supervision,
      Consumer<String> news,
      Consumer<ProcessFailure> givenUp) {
    SupervisedProgram supervised =
        new SupervisedProgram(program, leash, logs, supervision, news, givenUp);
    supervised.begin();
    return supervised;
  }

  String name() {
    return program.name();
  }

  /** The process that runs now, or ran last. */
  synchronized ProcessHandle handle() {
    return running.handle();
  }

  /** Done while the program serves; after its end there is another, of its next run. */
  synchronized CompletableFuture<Void> ready() {
    return ready;
  }

  /** Asks the program to end, for good. Returns at once. */
  synchronized void requestStop() {
    stopping = true;
    watch.interrupt();
    running.requestStop();
  }

  /** Waits until the program has ended, and cuts it off where that takes too long. */
  void awaitStop(Duration grace) {
    running.awaitStop(grace);
  }

  private synchronized void begin() {
    running = RunningProgram.start(program, leash, logs);
    watch = Thread.ofVirtual().name("watch-" + name()).start(this::watch);
  }

  private void watch() {
    try {
      int inVain = 0;
      int brief = 0;
      while (true) {
        long start = System.nanoTime();
        boolean served = awaitEnd();
        inVain = served ? 0 : inVain + 1;
        brief = System.nanoTime() - start < supervision.settled().toNanos() ? brief + 1 : 1;
        if (inVain >= supervision.startsInVain() || brief >= supervision.shortRuns()) {
          givenUp.accept(running.failure());
          return;
        }
        String ending = running.ending();
        Thread.sleep(supervision.pause(brief));
        startAgain(ending);
      }
    } catch (ProcessFailure failed) {
      givenUp.accept(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the run served before it ended. */
  private boolean awaitEnd() throws InterruptedException {
    RunningProgram current = running;
    if (!current.awaitReady()) {
      return false;
    }
    ready().complete(null);
    current.awaitEnd();
    return true;
  }

  private synchronized void startAgain(String ending) throws InterruptedException {
    if (stopping) {
      throw new InterruptedException();
    }
    if (ready.isDone()) {
      ready = new CompletableFuture<>();
    }
    running = RunningProgram.start(program, leash, logs);
    news.accept("%s ended (%s); started again".formatted(name().replace('-', ' '), ending));
  }
}
