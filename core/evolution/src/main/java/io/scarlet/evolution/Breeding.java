package io.scarlet.evolution;

import java.util.List;
import java.util.function.Supplier;

/** Where new candidates come from. */
@FunctionalInterface
interface Breeding {

  /**
   * The candidates that are proposed next.
   *
   * @param bred breeds them, which takes time
   */
  List<Decision.Propose> proposals(Supplier<List<Decision.Propose>> bred);
}
