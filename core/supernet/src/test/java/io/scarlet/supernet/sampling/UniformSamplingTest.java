package io.scarlet.supernet.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.Spaces;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Spaces.class)
@Domain(DomainContext.Global.class)
class UniformSamplingTest {

  private static final UniformSampling SAMPLING = new UniformSampling();

  @Property(tries = 50)
  void aStepTrainsOnePathThatSeedAndStepDecide(
      @ForAll SearchSpace space, @ForAll long seed, @ForAll long step) {
    List<Architecture> paths = SAMPLING.paths(space, seed, step);
    assertThat(paths).hasSize(1);
    space.check(paths.getFirst());
    assertThat(new UniformSampling().paths(space, seed, step)).isEqualTo(paths);
  }

  @Test
  void everyChoiceIsAsLikelyAsAnotherButNotAsFrequent() {
    SearchSpace space = Spaces.of(4, 2);
    ChoiceTally tally = new ChoiceTally(space);
    for (long step = 0; step < 4_000; step++) {
      tally.add(SAMPLING.paths(space, 1, step));
    }
    assertThat(tally.ofLayer(1)).allSatisfy(n -> assertThat(n).isBetween(900L, 1_100L));
    assertThat(tally.ofLayer(2)).allSatisfy(n -> assertThat(n).isBetween(1_900L, 2_100L));
    assertThat(tally.largestDifference()).isPositive();
  }
}
