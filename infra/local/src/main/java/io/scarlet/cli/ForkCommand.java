package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.stack.RunningStack;
import io.scarlet.cli.view.SearchText;
import io.scarlet.cli.view.Summary;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.FactReader;
import io.scarlet.log.ForkPoint;
import io.scarlet.log.Search;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.request.ForkWish;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.SearchRequests;
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
import picocli.CommandLine.Parameters;

/** {@code scarlet fork}: a search that goes on from the middle of another. */
@Command(
    name = "fork",
    description = {
      "Makes a search that shares the first generations of another, with their scores and weights,"
          + " and goes on with settings of its own.",
      "A fork of files runs on a stack of its own as ./scarlet search does; one of a search of a"
          + " stack that runs goes on there."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ForkCommand implements Callable<Integer> {

  @Mixin private ForkOptions fork;
  @Mixin private Evaluators evaluators;
  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(
      paramLabel = "FOLDER_OR_SEARCH",
      description = {
        "The folder of a search or the log.avro in it, the id of a search in runs,",
        "or that of a search of a stack that runs."
      })
  private String parent;

  @Option(
      names = {"--wait", "--follow"},
      description = "On a stack that runs: shows the fork until it ends, then writes its results.")
  private boolean wait;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where results go; must be new or empty. Default: runs/<search id>.")
  private Optional<Path> output = Optional.empty();

  ForkCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    ForkWish wish = fork.wish();
    Optional<NamedSearch> files = NamedSearch.files(parent);
    if (files.isPresent()) {
      ofFiles(files.get(), wish);
    } else {
      ofStack(options.stack(), wish);
    }
    return 0;
  }

  private void ofFiles(NamedSearch search, ForkWish wish) throws IOException, InterruptedException {
    int scoring = evaluators.count();
    SearchRequested wanted = request(search, wish);
    DataFolder.check(wanted);
    ResultFolder folder = results(wanted.getSearchId());
    folder.copyWeights(wanted, search.store());
    Summary summary = new OwnStack(scoring, answer.err()).search(wanted, folder);
    answer.give(summary.text(), summary.fields());
  }

  private static SearchRequested request(NamedSearch search, ForkWish wish) throws LogUnreadable {
    try {
      ForkPoint point = new ForkPoint(Search.of(LogFile.read(search.log())));
      SearchRequested wanted =
          SearchRequests.fork(point.request(), point.past(wish.generation()), wish.changes());
      FactReader.fact(wanted);
      return wanted;
    } catch (IllegalArgumentException impossible) {
      throw new RequestRefused(impossible.getMessage());
    }
  }

  private void ofStack(RunningStack stack, ForkWish wish) throws IOException, InterruptedException {
    Optional<ResultFolder> named = output.map(ResultFolder::named);
    String id = stack.evolver().fork(stack.search(parent).id(), wish);
    SearchStatus search = stack.await(id, EnumSet.allOf(SearchPhase.class));
    if (!wait) {
      answer.give(SearchText.line(search), search);
      return;
    }
    ResultFolder folder = named.orElseGet(() -> ResultFolder.of(id));
    Summary summary =
        new Watched(stack.evolver(), options.store()).toTheEnd(id, folder, answer.err());
    answer.give(summary.text(), summary.fields());
  }

  private ResultFolder results(String id) {
    return output.map(ResultFolder::named).orElseGet(() -> ResultFolder.of(id));
  }
}
