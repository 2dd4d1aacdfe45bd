package io.scarlet.cli;

import io.scarlet.cli.io.RequestPresets;
import io.scarlet.cli.io.SearchInput;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.RequestRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What shall be searched, as options say it. */
final class RequestOptions {

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "A request that ships with Scarlet: fashion-quick (default), nas-bench-macro, fashion.")
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

  RequestOptions() {}

  /**
   * The complete request.
   *
   * @throws RequestRefused where something in it cannot be used
   */
  SearchRequested read() {
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
