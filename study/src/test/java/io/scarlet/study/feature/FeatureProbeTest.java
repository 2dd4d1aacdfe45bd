package io.scarlet.study.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.space.io.Presets;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureProbeTest {

  private static final int LAYER = 3;
  private static final int SKIP = 3;

  private final ConfiguredBackend backend =
      new ConfiguredBackend(InstalledBackends.onClassPath(), BackendChoice.AUTO, 2);

  @AfterEach
  void close() {
    backend.close();
  }

  private Similarity similarity(SkipTraining skip, Backend backend) throws DataFormatException {
    var space = Presets.preset("fashion-quick");
    DataSplits data = DataSets.open(DataSets.EXCERPT, space, 0, 1);
    return new FeatureProbe(2, 4)
        .of(
            new Supernet(space, skip, 1, backend),
            LAYER,
            data.validation(),
            Normalization.of(data.train()),
            1);
  }

  @Test
  void everyChoiceIsLikeItselfAndTheMatrixSymmetric() throws DataFormatException {
    Similarity similarity = similarity(SkipTraining.STABILIZER, backend.open());

    assertThat(similarity.choices()).containsExactly("e3k3", "e3k5", "e6k3", "-");
    for (int a = 0; a < 4; a++) {
      assertThat(similarity.matrix().get(a).get(a)).isCloseTo(1, within(1e-9));
      for (int b = 0; b < 4; b++) {
        assertThat(similarity.matrix().get(a).get(b))
            .isBetween(-1.0, 1.0)
            .isEqualTo(similarity.matrix().get(b).get(a));
      }
    }
  }

  @Test
  void aStabilizerThatStartsAsTheIdentityIsLikeTheIdentity() throws DataFormatException {
    Similarity started = similarity(SkipTraining.STABILIZER_FROM_IDENTITY, backend.open());
    Similarity identity = similarity(SkipTraining.IDENTITY, backend.open());

    assertThat(started.matrix()).isEqualTo(identity.matrix());
  }

  @Test
  void aBlockWithAShortcutIsLikerTheIdentityThanAFreshStabilizer() throws DataFormatException {
    Similarity identity = similarity(SkipTraining.IDENTITY, backend.open());
    Similarity stabilizer = similarity(SkipTraining.STABILIZER, backend.open());

    assertThat(identity.matrix().get(SKIP).getFirst())
        .isGreaterThan(stabilizer.matrix().get(SKIP).getFirst() + 0.2);
  }
}
