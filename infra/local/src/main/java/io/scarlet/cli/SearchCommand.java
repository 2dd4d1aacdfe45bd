package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.Summary;
import io.scarlet.events.SearchRequested;
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

  @Spec private CommandSpec spec;

  @Mixin private RequestOptions request;

  @Mixin private Evaluators evaluators;

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
    int scoring = evaluators.count();
    SearchRequested wanted = request.read();
    DataFolder.check(wanted);
    ResultFolder folder =
        output.map(ResultFolder::named).orElseGet(() -> ResultFolder.of(wanted.getSearchId()));
    PrintWriter err = spec.commandLine().getErr();
    Summary summary = new OwnStack(scoring, err).search(wanted, folder);
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
