package io.scarlet.supernet.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.sampling.UniformSampling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 8, 0.1, 0, 0.9, 0, 0, epochs must be at least 1",
    "1, 1, 0.1, 0, 0.9, 0, 0, a batch needs at least 2 pictures",
    "1, 8, 0, 0, 0.9, 0, 0, the learning rate must be above 0",
    "1, 8, NaN, 0, 0.9, 0, 0, the learning rate must be above 0",
    "1, 8, 0.1, 2, 0.9, 0, 0, warm-up takes between 0 and all epochs",
    "1, 8, 0.1, 0, 1, 0, 0, 'momentum lies in [0, 1)'",
    "1, 8, 0.1, 0, 0.9, -1, 0, weight decay must be at least 0",
    "1, 8, 0.1, 0, 0.9, 0, 1, 'label smoothing lies in [0, 1)'"
  })
  void settingsThatCannotTrainAreRefusedByName(
      int epochs,
      int batch,
      double rate,
      double warmup,
      double momentum,
      double decay,
      double smoothing,
      String rule) {
    assertThatThrownBy(
            () ->
                new TrainingSettings(
                    epochs,
                    batch,
                    rate,
                    warmup,
                    momentum,
                    decay,
                    smoothing,
                    Augmentation.NONE,
                    new UniformSampling(),
                    SkipTraining.STABILIZER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(rule + ", got ");
  }
}
