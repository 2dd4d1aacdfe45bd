package io.scarlet.supernet.sampling;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.random.Draws;
import java.util.List;

/** One uniform path a step (SPOS, arXiv 1904.00420): fair in expectation only. */
public record UniformSampling() implements PathSampling {

  @Override
  public List<Architecture> paths(SearchSpace space, long seed, long step) {
    Draws draws = Draws.of(seed, "uniform path").at(step);
    return List.of(
        new Architecture(
            space.layers().stream()
                .map(layer -> draws.below(layer.choices().size(), layer.number()))
                .toList()));
  }
}
