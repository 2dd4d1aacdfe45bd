package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRingTest {

  @Test
  void aBatchIsUsedAgainOnlyWhenTheStreamCannotHaveItInFlight() {
    BatchRing ring = new BatchRing(2, new FeatureMap(1, 1, 1));
    List<Batch> round = new ArrayList<>();
    for (int i = 0; i < BatchStream.IN_FLIGHT; i++) {
      round.add(ring.next());
    }
    assertThat(round).doesNotHaveDuplicates();
    for (Batch batch : round) {
      assertThat(ring.next()).isSameAs(batch);
    }
  }
}
