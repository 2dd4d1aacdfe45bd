package io.scarlet.bench.search;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A search space whose every network is known.
 *
 * @param name for options and tables
 * @param space where searches look
 * @param scale of the hypervolume
 * @param figures of a network of the space
 * @param truth hypervolume of the true front
 */
record Problem(
    String name,
    SearchSpace space,
    Scale scale,
    Function<Architecture, Figures> figures,
    double truth) {

  static Problem of(
      String name,
      SearchSpace space,
      Scale scale,
      Function<Architecture, Figures> figures,
      Collection<Architecture> all) {
    return new Problem(name, space, scale, figures, scale.hypervolume(all.stream().map(figures)));
  }

  /** How much of the true front's hypervolume some networks reach, 0 to 1. */
  double share(List<Architecture> found) {
    return scale.hypervolume(found.stream().map(figures)) / truth;
  }
}
