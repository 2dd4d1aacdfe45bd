package io.scarlet.cli;

import io.scarlet.cli.io.EvolverClient;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.cli.stack.Following;
import io.scarlet.cli.view.PlainView;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Summary;
import io.scarlet.cli.view.Terminal;
import io.scarlet.cli.view.TerminalView;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A search on a stack that stays, watched to its end.
 *
 * @param evolver of the stack
 * @param store with its weights; empty where the stack is elsewhere
 */
record Watched(EvolverClient evolver, Optional<Path> store) {

  /** Shows it until it ends, then writes its results. */
  Summary toTheEnd(String id, ResultFolder folder, PrintWriter err)
      throws IOException, InterruptedException {
    err.println("search " + id + ", results go to " + folder.path());
    err.flush();
    try (SearchView view = Terminal.isPresent() ? new TerminalView(err) : new PlainView(err);
        Interruption _ =
            new Interruption(
                view::close, err, "the search goes on; ./scarlet status " + id + " shows it")) {
      new Following(evolver, view).toTheEnd(id);
    }
    return results(id, folder);
  }

  private Summary results(String id, ResultFolder folder) throws IOException {
    Files.createDirectories(folder.path());
    Path file = ResultFolder.log(folder.path());
    evolver.saveLog(id, file);
    RecordedLog log = LogFile.read(file);
    SearchHistory history = SearchHistory.of(log);
    folder.open(history.request());
    folder.write(history);
    if (store.isPresent()) {
      folder.copyArtifacts(log, store.get());
      folder.copyModels(history);
    }
    return Summary.of(history, folder.path(), log);
  }
}
