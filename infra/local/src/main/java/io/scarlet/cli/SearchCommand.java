package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import io.scarlet.cli.io.RequestPresets;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.io.SearchInput;
import io.scarlet.request.RequestRefused;
import io.scarlet.cli.view.PlainView;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Summary;
import io.scarlet.cli.view.Terminal;
import io.scarlet.cli.view.TerminalView;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
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

/** {@code scarlet search}: one search on a stack of its own. */
@Command(
    name = "search",
    description = "Runs a search on this machine and writes its results to a folder.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SearchCommand implements Callable<Integer> {

  private static final int MOST_EVALUATORS = 48;

  @Spec private CommandSpec spec;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "A request that ships with Scarlet: fashion-quick (default), nas-bench-macro.")
  private Optional<String> preset = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A request in a YAML file; ./scarlet configuration lists its settings.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes one setting, training.epochs=4 for instance. May be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Sets seed: another seed is another search.")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      description = "Sets evolution.evaluations: how many candidates are scored in all.")
  private Optional<String> evaluations = Optional.empty();

  @Option(
      names = "--population",
      paramLabel = "N",
      description = "Sets evolution.population: candidates a generation.")
  private Optional<String> population = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Sets data.set: a folder of IDX files, CIFAR-10 binary files, or pictures.")
  private Optional<Path> data = Optional.empty();

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
    SearchRequested request = request();
    DataFolder.check(request);
    ResultFolder folder =
        output.map(ResultFolder::named).orElseGet(() -> ResultFolder.of(request.getSearchId()));
    Installation installation = Installation.current();
    PrintWriter err = spec.commandLine().getErr();
    err.println("search " + request.getSearchId() + ", results go to " + folder.path());
    err.flush();
    Summary summary;
    try (SearchView view = Terminal.isPresent() ? new TerminalView(err) : new PlainView(err);
        Interruption _ = new Interruption(view, err, folder.logs())) {
      summary =
          new SearchRun(installation, request, folder, evaluators, view, Disturbance.NONE).run();
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

  private SearchRequested request() {
    if (preset.isPresent() && config.isPresent()) {
      throw new RequestRefused("--preset and --config exclude each other: give one of them");
    }
    SearchInput input =
        config
            .map(SearchInput::file)
            .orElseGet(() -> SearchInput.preset(preset.orElse(RequestPresets.DEFAULT)));
    for (String assignment : assignments) {
      input = input.with(assignment);
    }
    input = with(input, "--seed", seed, "seed");
    input = with(input, "--evaluations", evaluations, "evolution", "evaluations");
    input = with(input, "--population", population, "evolution", "population");
    input =
        with(
            input,
            "--data",
            data.map(folder -> folder.toAbsolutePath().normalize().toString()),
            "data",
            "set");
    return input.request();
  }

  private static SearchInput with(
      SearchInput input, String option, Optional<String> value, String... path) {
    return value.map(given -> input.with(option + " " + given, List.of(path), given)).orElse(input);
  }
}
