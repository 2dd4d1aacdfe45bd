package io.scarlet.space.io;

import io.scarlet.space.Choice;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.SqueezeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the stages one after the other into searchable layers. */
final class StageReader {

  /** Far beyond any network. */
  private static final int MOST_LAYERS = 1000;

  private final BlockRules defaults;
  private final Optional<YamlValue> defaultChoices;
  private final List<SearchableLayer> layers = new ArrayList<>();
  private FeatureMap at;

  StageReader(FeatureMap in, BlockRules defaults, Optional<YamlValue> defaultChoices) {
    this.at = in;
    this.defaults = defaults;
    this.defaultChoices = defaultChoices;
  }

  List<SearchableLayer> read(YamlValue stages) {
    int number = 1;
    for (YamlValue stage : stages.items("a stage")) {
      read(number, stage.section("channels", "layers", "stride", "choices", "activation", "se"));
      number++;
    }
    return layers;
  }

  private void read(int stage, YamlSection section) {
    int channels = section.required("channels").integer(1, YamlValue.MOST);
    int stride = section.find("stride").map(value -> value.integer(1, 7)).orElse(1);
    BlockRules rules = rules(section, defaults);
    YamlValue written = section.required("layers");
    if (written.isList()) {
      for (YamlValue layer : written.items("a layer")) {
        add(stage, layer, rules, channels, stride, true);
        stride = 1;
      }
    } else {
      YamlValue choices =
          section
              .find("choices")
              .or(() -> defaultChoices)
              .orElseThrow(
                  () -> written.failure("no choices: add 'choices' to the stage or to the file"));
      for (int i = written.integer(1, MOST_LAYERS); i > 0; i--) {
        add(stage, choices, rules, channels, stride, false);
        stride = 1;
      }
    }
  }

  /**
   * Adds a layer. A list for many layers loses its skip where the shape changes; in a list for one
   * layer that is an error.
   */
  private void add(
      int stage, YamlValue names, BlockRules rules, int channels, int stride, boolean own) {
    int number = layers.size() + 1;
    if (number > MOST_LAYERS) {
      throw names.failure("there are more than %d layers".formatted(MOST_LAYERS));
    }
    List<Choice> choices = new ArrayList<>();
    for (YamlValue name : names.isList() ? names.items("a choice") : List.of(names)) {
      Optional<Choice> choice = rules.choice(name, at, channels, stride);
      if (own && choice.isEmpty()) {
        throw name.failure(
            "layer %d changes the shape, so that it cannot be a skip: remove it".formatted(number));
      }
      choice.ifPresent(choices::add);
    }
    if (choices.isEmpty()) {
      throw names.failure(
          "layer %d changes the shape and has no choice but a skip: add a block".formatted(number));
    }
    FeatureMap out = at.strided(stride).withChannels(channels);
    try {
      layers.add(new SearchableLayer(number, stage, at, out, stride, choices));
    } catch (IllegalArgumentException e) {
      throw names.failure(e.getMessage());
    }
    at = out;
  }

  /** The rules that a file or a stage states, the others as they were. */
  static BlockRules rules(YamlSection section, BlockRules otherwise) {
    return new BlockRules(
        section
            .find("activation")
            .map(value -> value.oneOf(Activation.class))
            .orElse(otherwise.activation()),
        section.find("se").map(StageReader::squeeze).orElse(otherwise.squeeze()));
  }

  private static SqueezeRule squeeze(YamlValue value) {
    YamlSection section = value.section("reduction", "of", "divisor");
    SqueezeRule usual = SqueezeRule.QUARTER_OF_HIDDEN;
    return new SqueezeRule(
        section
            .find("reduction")
            .map(number -> number.integer(1, YamlValue.MOST))
            .orElse(usual.reduction()),
        section.find("of").map(base -> base.oneOf(SqueezeRule.Base.class)).orElse(usual.base()),
        section
            .find("divisor")
            .map(number -> number.integer(1, YamlValue.MOST))
            .orElse(usual.divisor()));
  }
}
