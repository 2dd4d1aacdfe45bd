package io.scarlet.space;

import io.scarlet.space.io.Presets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Draws networks of all presets. */
final class Networks implements ArbitrarySupplier<Network> {

  private static final List<SearchSpace> SPACES =
      Presets.names().stream().map(Presets::preset).toList();

  @Override
  public Arbitrary<Network> get() {
    return Arbitraries.of(SPACES).flatMap(Networks::of).withoutEdgeCases();
  }

  private static Arbitrary<Network> of(SearchSpace space) {
    List<Arbitrary<Integer>> choices = new ArrayList<>();
    space
        .layers()
        .forEach(
            layer -> choices.add(Arbitraries.integers().between(0, layer.choices().size() - 1)));
    return Combinators.combine(choices).as(drawn -> new Network(space, new Architecture(drawn)));
  }
}
