package io.scarlet.evaluator.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the evaluators of one machine score one at a time, so that none computes while another
 * measures. They agree by a lock on a file, which the operating system gives up with the process
 * that holds it.
 *
 * <p>It keeps apart only what asks for it: candidates whose latency is measured. Evaluators of
 * other searches, trainers and all other programs go on.
 */
final class QuietMachine {

  /** Within one process a file can be locked but once. */
  private static final ReentrantLock HERE = new ReentrantLock(true);

  /** What is computed alone. */
  interface Scoring<T> {
    /** Computes it. */
    T run() throws NotScorableException;
  }

  private final Path file;

  QuietMachine(Path file) {
    this.file = file;
  }

  /** The file of all evaluators of this user on this machine. */
  static Path standard() {
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "scarlet-latency-%s.lock".formatted(System.getProperty("user.name")));
  }

  /**
   * Computes something while no other evaluator computes; it waits as long as they take.
   *
   * @throws UncheckedIOException where the file cannot be locked, or the wait was interrupted
   */
  <T> T alone(Scoring<T> scoring) throws NotScorableException {
    HERE.lock();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      return scoring.run();
    } catch (IOException e) {
      throw new UncheckedIOException("no lock on %s: %s".formatted(file, e), e);
    } finally {
      HERE.unlock();
    }
  }
}
