package io.scarlet.supernet.model;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.data.Normalization;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model says about itself, so that whoever has the file needs nothing else to use it.
 *
 * @param space the search space that it was chosen from, as its YAML text
 * @param code its architecture there
 * @param seed of its training, and of the division of the data
 * @param data that it was trained on
 * @param classes names of the classes, in the order of the logits
 * @param normalization of the pictures that it takes
 * @param recipe of its training, as text by setting
 * @param origin where it comes from, as text by name: the search, the candidate, its parents; empty
 *     for a network that somebody named
 * @param test how well it does on pictures that neither trained nor chose it, or, where the data
 *     has none, on those of the validation split
 * @param validation how well it does on the pictures that chose it
 */
public record ModelFacts(
    String space,
    String code,
    long seed,
    DataSource data,
    List<String> classes,
    Normalization normalization,
    Map<String, String> recipe,
    Map<String, String> origin,
    Measured test,
    Optional<Measured> validation) {

  public ModelFacts {
    classes = List.copyOf(classes);
    recipe = Collections.unmodifiableMap(new LinkedHashMap<>(recipe));
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
  }

  /**
   * The network by itself: one choice a layer, no dropout.
   *
   * @throws io.scarlet.space.IllegalArchitectureException if the code is none of the space
   */
  public SearchSpace network() {
    SearchSpace whole = SearchSpaceYaml.read(space);
    return whole.derive(whole.parse(code)).withDropout(0);
  }
}
