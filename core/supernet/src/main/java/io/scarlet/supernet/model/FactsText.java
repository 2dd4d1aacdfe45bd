package io.scarlet.supernet.model;

import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.data.Normalization;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Facts of a model as the text by name that a file has. */
final class FactsText {

  private static final String VERSION = "scarlet-model/1";
  private static final String RECIPE = "recipe.";
  private static final String ORIGIN = "origin.";
  private static final String TEST = "test";
  private static final String VALIDATION = "validation";

  private final Map<String, String> facts;

  private FactsText(Map<String, String> facts) {
    this.facts = facts;
  }

  static Map<String, String> of(ModelFacts model) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("format", VERSION);
    facts.put("space", model.space());
    facts.put("code", model.code());
    facts.put("seed", Long.toString(model.seed()));
    facts.put("data", model.data().set());
    facts.put("data.sha256", model.data().sha256());
    facts.put("data.validationPictures", Integer.toString(model.data().validationPictures()));
    facts.put("classes", String.join("\n", model.classes()));
    facts.put("mean", numbers(model.normalization().mean()));
    facts.put("deviation", numbers(model.normalization().deviation()));
    model.recipe().forEach((name, value) -> facts.put(RECIPE + name, value));
    model.origin().forEach((name, value) -> facts.put(ORIGIN + name, value));
    put(facts, TEST, model.test());
    model.validation().ifPresent(measured -> put(facts, VALIDATION, measured));
    return facts;
  }

  private static void put(Map<String, String> facts, String name, Measured measured) {
    facts.put(name + ".split", measured.split());
    facts.put(name + ".pictures", Long.toString(measured.pictures()));
    facts.put(name + ".accuracy", Double.toString(measured.accuracy()));
    facts.put(name + ".loss", Double.toString(measured.loss()));
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * Reads them back.
   *
   * @throws CheckpointMismatchException if they are not those of a model, or of a later version
   */
  static ModelFacts read(Map<String, String> facts) {
    if (!VERSION.equals(facts.get("format"))) {
      throw new CheckpointMismatchException(
          "not a model of this version: its format is "
              + facts.getOrDefault("format", "not given")
              + ", expected "
              + VERSION);
    }
    return new FactsText(facts).read();
  }

  private ModelFacts read() {
    try {
      return new ModelFacts(
          text("space"),
          text("code"),
          Long.parseLong(text("seed")),
          new DataSource(
              text("data"), text("data.sha256"), Integer.parseInt(text("data.validationPictures"))),
          text("classes").lines().toList(),
          new Normalization(numbers("mean"), numbers("deviation")),
          below(RECIPE),
          below(ORIGIN),
          measured(TEST),
          facts.containsKey(VALIDATION + ".split")
              ? Optional.of(measured(VALIDATION))
              : Optional.empty());
    } catch (NumberFormatException damaged) {
      throw new CheckpointMismatchException(
          "a fact of the model is no number: " + damaged.getMessage());
    }
  }

  private String text(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new CheckpointMismatchException("the model does not say its '" + name + "'");
    }
    return value;
  }

  private List<Double> numbers(String name) {
    return Arrays.stream(text(name).split(" ", -1)).map(Double::valueOf).toList();
  }

  private Measured measured(String name) {
    return new Measured(
        text(name + ".split"),
        Long.parseLong(text(name + ".pictures")),
        Double.parseDouble(text(name + ".accuracy")),
        Double.parseDouble(text(name + ".loss")));
  }

  private Map<String, String> below(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}
