package io.scarlet.evolution.ranking;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Points with three gains on a coarse grid, so that ties and dominance are frequent. */
class Points extends DomainContextBase {

  @Provide
  Arbitrary<Merit> merit() {
    Arbitrary<List<Double>> gains =
        Arbitraries.integers().between(0, 4).map(Integer::doubleValue).list().ofSize(3);
    Arbitrary<Double> violation =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(0.0)),
            Tuple.of(1, Arbitraries.of(0.5, 1.5)),
            Tuple.of(1, Arbitraries.just(Double.POSITIVE_INFINITY)));
    return Combinators.combine(gains, violation).as(Merit::new);
  }

  @Provide
  Arbitrary<List<Merit>> merits() {
    return merit().list().ofMinSize(1).ofMaxSize(40);
  }
}
