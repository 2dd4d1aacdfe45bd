package io.scarlet.export;

import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person should know of a model, in Markdown: what it is, how good, where from. */
public final class ModelCard {

  private static final Set<String> SETTINGS =
      Set.of(
          "epochs",
          "batch",
          "optimizer",
          "learningRate",
          "schedule",
          "warmupEpochs",
          "momentum",
          "weightDecay",
          "labelSmoothing",
          "dropout",
          "averageDecay",
          "cropPadding",
          "flip");

  private final ModelFacts facts;
  private final SearchSpace space;

  private ModelCard(ModelFacts facts) {
    this.facts = facts;
    space = SearchSpaceYaml.read(facts.space());
  }

  /** The whole card. */
  public static String markdown(ModelFacts facts) {
    return new ModelCard(facts).text();
  }

  private String text() {
    Costs costs = CostModel.of(space, space.parse(facts.code()));
    return """
    # %s %s

    | | |
    |---|---|
    | network | `%s` |
    | takes | pictures of %s, scaled to 0 to 1, less %s, by %s |
    | gives | logits of %d classes: %s |
    | multiply-adds | %,d |
    | parameters | %,d |
    %s
    %s## Comes from

    %s
    %s
    `space.yaml` is

    ```yaml
    %s
    ```
    """
        .formatted(
            space.name(),
            facts.code(),
            space.longForm(space.parse(facts.code())),
            space.input(),
            numbers(facts.normalization().mean()),
            numbers(facts.normalization().deviation()),
            space.classes(),
            String.join(", ", facts.classes()),
            costs.macs(),
            costs.params(),
            measured(facts.test()) + facts.validation().map(ModelCard::measured).orElse(""),
            trainedHere() ? training() : "",
            origin(),
            trainedHere() ? again() : "## Its space\n",
            facts.space().strip());
  }

  /** What was imported was trained elsewhere, nobody knows how. */
  private boolean trainedHere() {
    return !facts.recipe().isEmpty();
  }

  private String training() {
    return """
    ## Trained on

    | | |
    |---|---|
    | pictures | `%s` |
    | SHA-256 of their list | `%s` |
    | seed | %d |
    %s
    """
        .formatted(facts.data().set(), facts.data().sha256(), facts.seed(), rows(facts.recipe()));
  }

  private String again() {
    return """
    ## Make it again

    The same backend gives the same bytes, on any number of threads.

    ```
    ./scarlet retrain %s --space space.yaml --data %s --seed %d %s
    ```
    """
        .formatted(facts.code(), facts.data().set(), facts.seed(), settings());
  }

  private static String measured(Measured measured) {
    return measured.pictures() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "| %s accuracy | %.2f %% of %,d pictures, loss %.4f |%n",
            measured.split(),
            measured.accuracy() * 100,
            measured.pictures(),
            measured.loss());
  }

  private String origin() {
    return facts.origin().isEmpty()
        ? "A person named it.\n"
        : "| | |\n|---|---|\n" + rows(facts.origin());
  }

  private static String rows(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> "| %s | `%s` |%n".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }

  /** The recipe but for what has no setting: it follows from the optimizer or the schedule. */
  private String settings() {
    return facts.recipe().entrySet().stream()
        .filter(each -> SETTINGS.contains(each.getKey()))
        .map(each -> "--set " + each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, "%.4f", number))
        .collect(Collectors.joining(" "));
  }
}
