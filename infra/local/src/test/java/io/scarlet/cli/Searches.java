package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.io.SearchInput;
import io.scarlet.cli.view.PlainView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small searches on real processes. */
final class Searches {

  static final Installation BUILT = new Installation(Path.of("../..").toAbsolutePath().normalize());

  private Searches() {}

  /** Nothing to train. */
  static SearchRequested ofTheTable(int evaluations) {
    return SearchInput.preset("nas-bench-macro")
        .with("evolution.evaluations=" + evaluations)
        .with("evolution.population=32")
        .request();
  }

  /** A little training, with a checkpoint after each epoch, and a finalist. */
  static SearchRequested ofPictures() {
    return SearchInput.preset("fashion-quick")
        .with("training.epochs=3")
        .with("training.checkpointEveryEpochs=1")
        .with("evolution.evaluations=8")
        .with("evolution.population=4")
        .with("finalists.count=1")
        .with("finalists.epochs=1")
        .request();
  }

  /** Runs a search; what it says goes to a file beside its folder. */
  static Path run(SearchRequested request, Path folder, Disturbance disturbance)
      throws IOException, InterruptedException {
    ResultFolder results = ResultFolder.named(folder);
    Path said = folder.resolveSibling(folder.getFileName() + ".txt");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(said, StandardCharsets.UTF_8));
        PlainView view = new PlainView(out)) {
      new SearchRun(BUILT, request, results, 1, view, disturbance).run();
    }
    return results.path();
  }
}
