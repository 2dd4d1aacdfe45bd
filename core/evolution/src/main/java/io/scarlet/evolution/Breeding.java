package io.scarlet.evolution;

import java.util.List;
import java.util.function.Supplier;

/** Where new candidates come from. */
@FunctionalInterface
interface Breeding {

  /** They are bred. */
  Breeding ANEW = Supplier::get;

  /**
   * The candidates that are proposed next.
   *
   * @param bred breeds them, which takes time
   */
  List<Decision.Propose> proposals(Supplier<List<Decision.Propose>> bred);
}
