package io.scarlet.supernet.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.Architecture;
import io.scarlet.supernet.Spaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTallyTest {

  @Test
  void itCountsEachChoiceOfEachPath() {
    ChoiceTally tally = new ChoiceTally(Spaces.of(3, 2));
    assertThat(tally.largestDifference()).isZero();
    tally.add(List.of(new Architecture(List.of(0, 1)), new Architecture(List.of(2, 1))));
    tally.add(List.of(new Architecture(List.of(2, 1))));
    assertThat(tally.ofLayer(1)).containsExactly(1L, 0L, 2L);
    assertThat(tally.ofLayer(2)).containsExactly(0L, 3L);
    assertThat(tally.largestDifference()).isEqualTo(3);
  }
}
