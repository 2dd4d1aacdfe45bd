package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.io.SearchInput;
import io.scarlet.cli.view.PlainView;
import io.scarlet.cli.view.SearchView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scarlet chaos}: whether a search comes to the same result while its processes die. */
@Command(
    name = "chaos",
    description = {
      "Runs a search twice: undisturbed, and with processes killed at moments drawn from a seed.",
      "They are killed by signal 9. Exit code 0 where both come to the same, 1 where not."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ChaosCommand implements Callable<Integer> {

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which processes are killed, and when. Default: 1.")
  private long seed;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many kills. Default: 5.")
  private int kills;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "nas-bench-macro",
      description = "The search: nas-bench-macro (default), fashion-quick.")
  private String preset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes one setting, training.epochs=4 for instance. May be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--evaluators",
      paramLabel = "N",
      defaultValue = "2",
      description = "Processes that score candidates. Default: 2.")
  private int evaluators;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where both results go; must be new or empty. Default: runs/chaos-<search id>.")
  private Optional<Path> output = Optional.empty();

  ChaosCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (kills < 1) {
      throw new RequestRefused("--kills %d: at least 1".formatted(kills));
    }
    SearchRequested request = request();
    Path folder =
        output
            .map(ResultFolder::named)
            .orElseGet(() -> ResultFolder.of("chaos-" + request.getSearchId()))
            .path();
    PrintWriter err = spec.commandLine().getErr();
    ResultFolder undisturbed = ResultFolder.named(folder.resolve("undisturbed"));
    ResultFolder disturbed = ResultFolder.named(folder.resolve("disturbed"));
    Stretch stretch = new Stretch();
    run(request, undisturbed, stretch, err);
    List<Kill> drawn = Kill.draw(seed, kills, stretch.programs(), stretch.events());
    run(request, disturbed, new Kills(drawn, line -> say(err, line)), err);
    Optional<String> difference = SameResults.difference(undisturbed.path(), disturbed.path());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        difference
            .map(found -> "different after %d kills: %s".formatted(kills, found))
            .orElse("equal after %d kills: front, candidates and weights".formatted(kills)));
    out.flush();
    return difference.isEmpty() ? SAME : DIFFERENT;
  }

  private SearchRequested request() {
    SearchInput input = SearchInput.preset(preset);
    for (String assignment : assignments) {
      input = input.with(assignment);
    }
    return input.request();
  }

  private void run(
      SearchRequested request, ResultFolder results, Disturbance disturbance, PrintWriter err)
      throws IOException, InterruptedException {
    say(err, "search " + request.getSearchId() + ", results go to " + results.path());
    try (SearchView view = new PlainView(err);
        Interruption _ = new Interruption(view, err, results.logs())) {
      new SearchRun(Installation.current(), request, results, evaluators, view, disturbance).run();
    }
  }

  private static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }
}
