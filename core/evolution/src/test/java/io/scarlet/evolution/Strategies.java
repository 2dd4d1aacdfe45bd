package io.scarlet.evolution;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Every strategy there is. */
class Strategies extends DomainContextBase {

  @Provide
  Arbitrary<Strategy> strategy() {
    return Arbitraries.of(Strategy.all());
  }
}
