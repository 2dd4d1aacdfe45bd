package io.scarlet.supernet.standalone;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.model.DataSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network that shall be trained by itself.
 *
 * @param space the search space that it is of, as its YAML text
 * @param code its architecture there
 * @param seed of the training, and of the division of the data
 * @param data to train on
 * @param recipe how
 * @param origin where it comes from, as text by name
 */
public record Assignment(
    String space,
    String code,
    long seed,
    DataSource data,
    Recipe recipe,
    Map<String, String> origin) {

  private static final String FORMAT = "format";
  private static final String VERSION = "scarlet-training/1";

  /**
   * The network, with the dropout of the recipe.
   *
   * @throws io.scarlet.space.IllegalArchitectureException if the code is none of the space
   * @throws io.scarlet.space.io.SearchSpaceSyntaxException if the text is no space
   */
  public SearchSpace network() {
    SearchSpace whole = SearchSpaceYaml.read(space);
    return whole.derive(whole.parse(code)).withDropout(recipe.dropout());
  }

  /** The same on other pictures. */
  public Assignment on(DataSource other) {
    return new Assignment(space, code, seed, other, recipe, origin);
  }

  /** All that decides what a step does, as text by name. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(FORMAT, VERSION);
    facts.put("space", space);
    facts.put("code", code);
    facts.put("seed", Long.toString(seed));
    facts.put("data.sha256", data.sha256());
    facts.put("data.validationPictures", Integer.toString(data.validationPictures()));
    recipe.facts().forEach((name, value) -> facts.put("recipe." + name, value));
    return facts;
  }
}
