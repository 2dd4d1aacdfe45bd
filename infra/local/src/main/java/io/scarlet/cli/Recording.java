package io.scarlet.cli;

import io.scarlet.log.kafka.LogUnavailableException;
import io.scarlet.log.kafka.WholeLog;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.SearchView;
import io.scarlet.local.LocalStack;
import java.io.IOException;

/**
 * Keeps the log of a search, once: at its end, or when it is stopped before.
 *
 * <p>Two threads may ask for it, the search's own and the one that stops the stack on Ctrl-C.
 */
final class Recording {

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
   * Writes the log, unless that was done.
   *
   * @throws IOException where the file cannot be written
   * @throws LogUnavailableException where the broker or the registry does not answer in time
   */
  synchronized void write() throws IOException {
    if (!written) {
      folder.write(WholeLog.read(stack.bootstrapServers(), stack.registry(), searchId));
      written = true;
    }
  }

  /** Writes the log where that is still possible, and says where it is not. */
  void attempt() {
    try {
      write();
    } catch (IOException | LogUnavailableException lost) {
      view.starting("the log of the search is not kept: " + lost.getMessage());
    }
  }
}
