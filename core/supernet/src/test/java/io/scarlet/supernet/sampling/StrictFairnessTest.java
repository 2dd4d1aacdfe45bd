package io.scarlet.supernet.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.supernet.Spaces;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Spaces.class)
@Domain(DomainContext.Global.class)
class StrictFairnessTest {

  private static final StrictFairness SAMPLING = new StrictFairness();

  private static int widest(SearchSpace space) {
    return space.layers().stream().mapToInt(layer -> layer.choices().size()).max().orElseThrow();
  }

  @Property(tries = 200)
  void aStepTrainsEveryChoiceOfAWidestLayerOnceAndOthersWithinOne(
      @ForAll SearchSpace space,
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 1_000_000) long step) {
    ChoiceTally tally = new ChoiceTally(space);
    List<Architecture> paths = SAMPLING.paths(space, seed, step);
    paths.forEach(space::check);
    tally.add(paths);
    assertThat(paths).hasSize(widest(space));
    for (SearchableLayer layer : space.layers()) {
      int choices = layer.choices().size();
      int least = widest(space) / choices;
      int most = (widest(space) + choices - 1) / choices;
      assertThat(tally.ofLayer(layer.number()))
          .allSatisfy(count -> assertThat(count).isBetween((long) least, (long) most));
    }
  }

  @Property(tries = 50)
  void pathsAreAFunctionOfSeedAndStepInWhateverOrderTheyAreAskedFor(
      @ForAll SearchSpace space,
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 1_000_000) long step) {
    List<Architecture> paths = SAMPLING.paths(space, seed, step);
    List<Architecture> later = SAMPLING.paths(space, seed, step + 1);
    assertThat(new StrictFairness().paths(space, seed, step + 1)).isEqualTo(later);
    assertThat(new StrictFairness().paths(space, seed, step)).isEqualTo(paths);
  }

  @Test
  void layersAreShuffledIndependentlyAndAnewEachStep() {
    SearchSpace space = Spaces.of(3, 3);
    Set<Architecture> seen = new HashSet<>();
    Set<List<Architecture>> steps = new HashSet<>();
    for (long step = 0; step < 100; step++) {
      List<Architecture> paths = SAMPLING.paths(space, 1, step);
      seen.addAll(paths);
      steps.add(paths);
    }
    assertThat(seen).hasSize(9);
    assertThat(steps).hasSizeGreaterThan(20);
  }

  @Test
  void theChoicesOfANarrowLayerTakeTurnsToGoOnceMore() {
    SearchSpace space = Spaces.of(7, 3);
    ChoiceTally tally = new ChoiceTally(space);
    for (long step = 0; step < 300; step++) {
      tally.add(SAMPLING.paths(space, 5, step));
    }
    assertThat(tally.ofLayer(1)).containsOnly(300L);
    List<Long> narrow = tally.ofLayer(2);
    assertThat(narrow.stream().mapToLong(count -> count).sum()).isEqualTo(2_100);
    assertThat(narrow).allSatisfy(count -> assertThat(count).isBetween(670L, 730L));
  }
}
