package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.SearchView;
import io.scarlet.local.LocalStack;
import io.scarlet.log.kafka.LogUnavailableException;
import io.scarlet.log.kafka.WholeLog;
import java.io.IOException;
import java.time.Duration;

/**
 * Keeps the log of a search, once: at its end, or when it is stopped before.
 *
 * <p>Two threads may ask for it, the search's own and the one that stops the stack on Ctrl-C.
 */
final class Recording {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LocalStack stack;
  private final String searchId;
  private final ResultFolder folder;
  private final SearchView view;
  private boolean written;

  /**
   * Nothing recorded yet.
   *
   * @param stack whose log it is; it runs
   * @param searchId of the search
   * @param folder gets the file
   * @param view says what could not be kept
   */
  Recording(LocalStack stack, String searchId, ResultFolder folder, SearchView view) {
    this.stack = stack;
    this.searchId = searchId;
    this.folder = folder;
    this.view = view;
  }

  /**
   * Writes the log, unless that was done; waits where the broker or the registry is just being
   * started again.
   *
   * @throws IOException where the file cannot be written
   * @throws LogUnavailableException where they do not answer in time
   */
  void write() throws IOException {
    long start = System.nanoTime();
    while (true) {
      try {
        writeNow();
        return;
      } catch (LogUnavailableException away) {
        if (stack.failure().isPresent() || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw away;
        }
      }
    }
  }

  private synchronized void writeNow() throws IOException {
    if (!written) {
      folder.write(WholeLog.read(stack.broker(), stack.format(), searchId));
      written = true;
    }
  }

  /** Writes the log where that is still possible, and says where it is not. */
  void attempt() {
    try {
      writeNow();
    } catch (IOException | LogUnavailableException lost) {
      view.starting("the log of the search is not kept: " + lost.getMessage());
    }
  }
}
