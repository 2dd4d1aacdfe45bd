package io.scarlet.supernet.sampling;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.List;

/** How the paths of a training step are drawn: a pure function of the seed and the step. */
public sealed interface PathSampling permits StrictFairness, UniformSampling {

  /** The paths whose gradients add up to one update. */
  List<Architecture> paths(SearchSpace space, long seed, long step);
}
