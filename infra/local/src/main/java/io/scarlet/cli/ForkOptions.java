package io.scarlet.cli;

import io.scarlet.cli.io.Assignment;
import io.scarlet.request.ForkWish;
import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a fork shall be, as options say it. */
final class ForkOptions {

  @Option(
      names = "--generation",
      paramLabel = "G",
      required = true,
      description = "The first generation of its own; those before are its parent's.")
  private int generation;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Changes one setting of name, seed or evolution, evolution.strategy=nsga2 for instance.",
        "May be repeated."
      })
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Sets seed: another seed is another search.")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      description =
          "Sets evolution.evaluations: how many are scored in all, its parent's included.")
  private Optional<String> evaluations = Optional.empty();

  ForkOptions() {}

  /**
   * The wish.
   *
   * @throws RequestRefused where an option cannot be read
   */
  ForkWish wish() {
    Written.Mapping changes = Written.Mapping.empty(new Place("fork"));
    for (String assignment : assignments) {
      Assignment read = Assignment.of(assignment);
      changes = changes.with(read.path(), read.value());
    }
    changes = with(changes, "--seed", seed, List.of("seed"));
    changes = with(changes, "--evaluations", evaluations, List.of("evolution", "evaluations"));
    return new ForkWish(generation, changes);
  }

  private static Written.Mapping with(
      Written.Mapping changes, String option, Optional<String> given, List<String> path) {
    return given
        .map(
            value ->
                changes.with(
                    path, new Written.Scalar(new Place(option + " " + value), value, true)))
        .orElse(changes);
  }
}
