package io.scarlet.cli;

import io.scarlet.cli.follow.LiveRecords;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.io.SearchInput;
import io.scarlet.cli.pipeline.PipelineFigures;
import io.scarlet.cli.pipeline.PipelineProbe;
import io.scarlet.cli.view.PlainView;
import io.scarlet.cli.view.SearchView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import io.scarlet.local.LocalStack;
import io.scarlet.schemas.TopicCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A search by a table on a stack of its own, where scoring costs nothing: what is left is us. */
final class PipelineBench implements Disturbance {

  private static final String PRESET = "nas-bench-macro";
  private static final int EVALUATIONS = 400;

  private Optional<PipelineProbe> probe = Optional.empty();

  private PipelineBench() {}

  /**
   * Runs it.
   *
   * @param err gets what happens
   */
  static PipelineFigures run(PrintWriter err) throws IOException, InterruptedException {
    SearchRequested request =
        SearchInput.preset(PRESET).with("evolution.evaluations=" + EVALUATIONS).request();
    Path folder = Files.createTempDirectory("scarlet-pipeline-");
    PipelineBench bench = new PipelineBench();
    try (SearchView view = new PlainView(err)) {
      new SearchRun(Installation.current(), request, ResultFolder.named(folder), 1, view, bench)
          .run();
    } finally {
      bench.probe.ifPresent(PipelineProbe::close);
      delete(folder);
    }
    return bench.probe.orElseThrow().figures();
  }

  /** Starts to look as soon as there is a stack. */
  @Override
  public void after(int events, LocalStack stack) {
    if (probe.isEmpty()) {
      probe =
          Optional.of(
              PipelineProbe.of(
                  LiveRecords.open(
                      stack.broker(),
                      stack.format(),
                      List.of(TopicCatalogue.CANDIDATES, TopicCatalogue.SCORES))));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
