package io.scarlet.study.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.Architecture;
import io.scarlet.space.CostModel;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.io.Presets;
import io.scarlet.study.truth.MeasuredTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final SearchSpace SPACE = Presets.preset("nas-bench-macro-small");
  private static final List<Architecture> ALL =
      new MeasuredTable(
              MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow(), SPACE)
          .networks();

  private static long macs(Architecture network) {
    return CostModel.of(SPACE, network).macs();
  }

  @Property(tries = 20)
  void aSampleHasAsManyNetworksAsWantedAndNoneTwice(
      @ForAll Sampling sampling,
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 500) int size) {
    List<Architecture> sample = sampling.draw(SPACE, ALL, size, seed);

    assertThat(sample).hasSize(size).doesNotHaveDuplicates().isSubsetOf(ALL);
  }

  @Property(tries = 10)
  void theOrderOfWhatThereIsChangesNothing(@ForAll Sampling sampling, @ForAll long seed) {
    List<Architecture> shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(sampling.draw(SPACE, shuffled, 50, seed))
        .isEqualTo(sampling.draw(SPACE, ALL, 50, seed));
  }

  @Test
  void anotherSeedIsAnotherSample() {
    assertThat(new HashSet<>(Sampling.STRATIFIED.draw(SPACE, ALL, 100, 1)))
        .isNotEqualTo(new HashSet<>(Sampling.STRATIFIED.draw(SPACE, ALL, 100, 2)));
  }

  @Test
  void theWholeIsASample() {
    assertThat(Sampling.STRATIFIED.draw(SPACE, ALL, ALL.size(), 1))
        .containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Property(tries = 20)
  void eachTenthByMultiplyAddsGivesATenthOfAStratifiedSample(@ForAll long seed) {
    long[] ordered = ALL.stream().mapToLong(SamplingTest::macs).sorted().toArray();
    List<Architecture> sample = Sampling.STRATIFIED.draw(SPACE, ALL, 100, seed);

    assertThat(sample.stream().filter(network -> macs(network) < ordered[ALL.size() / 10]).count())
        .isLessThanOrEqualTo(10);
    assertThat(sample.stream().filter(network -> macs(network) <= ordered[ALL.size() / 10]).count())
        .isGreaterThanOrEqualTo(10);
    assertThat(sample.stream().filter(network -> macs(network) >= ordered[ALL.size() / 2]).count())
        .isBetween(48L, 52L);
  }
}
