package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.PlainView;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Summary;
import io.scarlet.cli.view.Terminal;
import io.scarlet.cli.view.TerminalView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scarlet search}: one search on a stack of its own. */
@Command(
    name = "search",
    description = "Runs a search on this machine and writes its results to a folder.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SearchCommand implements Callable<Integer> {

  static final int MOST_EVALUATORS = 48;

  @Spec private CommandSpec spec;

  @Mixin private RequestOptions request;

  @Option(
      names = "--evaluators",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Processes that score candidates. Default: 1. The result does not depend on it.")
  private int evaluators;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where results go; must be new or empty. Default: runs/<search id>.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--json", description = "Ends with one line of JSON on standard output.")
  private boolean json;

  SearchCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (evaluators < 1 || evaluators > MOST_EVALUATORS) {
      throw new RequestRefused(
          "--evaluators %d: it is 1 to %d".formatted(evaluators, MOST_EVALUATORS));
    }
    SearchRequested wanted = request.read();
    DataFolder.check(wanted);
    ResultFolder folder =
        output.map(ResultFolder::named).orElseGet(() -> ResultFolder.of(wanted.getSearchId()));
    Installation installation = Installation.current();
    PrintWriter err = spec.commandLine().getErr();
    err.println("search " + wanted.getSearchId() + ", results go to " + folder.path());
    err.flush();
    Summary summary;
    try (SearchView view = Terminal.isPresent() ? new TerminalView(err) : new PlainView(err);
        Interruption _ = new Interruption(view, err, folder.logs())) {
      summary =
          new SearchRun(installation, wanted, folder, evaluators, view, Disturbance.NONE).run();
    }
    PrintWriter out = spec.commandLine().getOut();
    (json ? err : out).print(summary.text());
    err.flush();
    if (json) {
      out.println(Json.line(summary.fields()));
    }
    out.flush();
    return 0;
  }
}
