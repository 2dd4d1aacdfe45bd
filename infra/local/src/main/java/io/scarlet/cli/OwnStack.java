package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.PlainView;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Summary;
import io.scarlet.cli.view.Terminal;
import io.scarlet.cli.view.TerminalView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * A stack that lives as long as one search.
 *
 * @param evaluators processes that score
 * @param err gets what happens meanwhile
 */
record OwnStack(int evaluators, PrintWriter err) {

  /** Runs a search to its end, and writes its results. */
  Summary search(SearchRequested wanted, ResultFolder folder)
      throws IOException, InterruptedException {
    err.println("search " + wanted.getSearchId() + ", results go to " + folder.path());
    err.flush();
    try (SearchView view = Terminal.isPresent() ? new TerminalView(err) : new PlainView(err);
        Interruption _ = new Interruption(view, err, folder.logs())) {
      Installation installation = Installation.current();
      return new SearchRun(installation, wanted, folder, evaluators, view, Disturbance.NONE).run();
    }
  }
}
