package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.stack.RunningStack;
import io.scarlet.cli.view.SearchText;
import io.scarlet.cli.view.Summary;
import io.scarlet.events.SearchRequested;
import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scarlet submit}: a search on a stack that runs. */
@Command(
    name = "submit",
    description = {
      "Asks a stack that runs for a search; ./scarlet up starts one.",
      "The same request is the same search: asked for again, it is there already."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SubmitCommand implements Callable<Integer> {

  @Mixin private RequestOptions request;
  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Option(
      names = {"--wait", "--follow"},
      description = "Shows the search until it ends, then writes its results to a folder.")
  private boolean wait;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "With --wait: where results go. Default: runs/<search id>.")
  private Optional<Path> output = Optional.empty();

  SubmitCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    SearchRequested wanted = request.read();
    DataFolder.check(wanted);
    Optional<ResultFolder> named = output.map(ResultFolder::named);
    RunningStack stack = options.stack();
    String id = stack.evolver().submit(wanted);
    SearchStatus search = stack.await(id, EnumSet.allOf(SearchPhase.class));
    if (!wait) {
      answer.give(SearchText.line(search), search);
      return 0;
    }
    ResultFolder folder = named.orElseGet(() -> ResultFolder.of(id));
    Summary summary =
        new Watched(stack.evolver(), options.store()).toTheEnd(id, folder, answer.err());
    answer.give(summary.text(), summary.fields());
    return 0;
  }
}
