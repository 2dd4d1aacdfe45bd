package io.scarlet.space.io;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.Chain;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.SqueezeRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a search space from its YAML text; {@code docs/search-space.md} is the reference. */
public final class SearchSpaceYaml {

  private static final Pattern PICTURE =
      Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,3})x([1-9]\\d{0,3})");

  private SearchSpaceYaml() {}

  /**
   * The space that the text describes.
   *
   * @throws SearchSpaceSyntaxException with line and column, what is wrong and what to do
   */
  public static SearchSpace read(String yaml) {
    YamlValue value = YamlValue.parse(yaml);
    YamlSection file =
        value.section(
            "name",
            "input",
            "classes",
            "activation",
            "se",
            "identity",
            "stem",
            "choices",
            "stages",
            "tail");
    FeatureMap input = picture(file.required("input"));
    int classes = file.required("classes").integer(2, YamlValue.MOST);
    BlockRules rules =
        StageReader.rules(file, new BlockRules(activation(file), SqueezeRule.QUARTER_OF_HIDDEN));
    ChainReader chains = new ChainReader(rules.activation());
    Chain stem = chains.stem(file.required("stem"), input);
    List<SearchableLayer> layers =
        new StageReader(stem.at(), rules, file.find("choices")).read(file.required("stages"));
    Chain tail = chains.tail(file.required("tail"), layers.getLast().out(), classes);
    return new SearchSpace(
        file.required("name").text(),
        input,
        classes,
        stem.segment(),
        layers,
        tail.segment(),
        positionlessIdentity(file));
  }

  private static Activation activation(YamlSection file) {
    return file.required("activation").oneOf(Activation.class);
  }

  private static FeatureMap picture(YamlValue value) {
    Matcher matcher = PICTURE.matcher(value.text());
    if (!matcher.matches()) {
      throw value.failure(
          "'input' is height x width x channels, 224x224x3 for instance, got " + value.shown());
    }
    return new FeatureMap(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  private enum Identity {
    POSITIONED,
    POSITIONLESS
  }

  private static boolean positionlessIdentity(YamlSection file) {
    return file.find("identity")
        .map(value -> value.oneOf(Identity.class) == Identity.POSITIONLESS)
        .orElse(false);
  }
}
