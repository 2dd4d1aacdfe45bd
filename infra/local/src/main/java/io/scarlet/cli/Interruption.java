package io.scarlet.cli;

import io.scarlet.cli.view.SearchView;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Says on Ctrl-C, or another request to end, what becomes of the search. */
final class Interruption implements AutoCloseable {

  private final Thread atExit;

  /**
   * Watches until it is closed.
   *
   * @param view makes room for the line
   * @param err gets the line; stays the caller's
   * @param logs where to read on
   */
  Interruption(SearchView view, PrintWriter err, Path logs) {
    this(view::close, err, "interrupted, everything stops (logs: " + logs + ")");
  }

  /**
   * Watches until it is closed.
   *
   * @param room makes room for the line
   * @param err gets the line; stays the caller's
   * @param line what becomes of what was asked for
   */
  Interruption(Runnable room, PrintWriter err, String line) {
    atExit =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  room.run();
                  err.println("\nscarlet: " + line);
                  err.flush();
                });
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // The line is being said.
      return;
    }
  }
}
