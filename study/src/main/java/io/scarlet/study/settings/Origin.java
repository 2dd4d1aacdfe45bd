package io.scarlet.study.settings;

import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.nio.file.Path;

/** How a study comes by its supernets. */
public sealed interface Origin {

  /** What stands where a path skips. */
  SkipTraining skip();

  /**
   * It trains them.
   *
   * @param settings of each training
   */
  record Training(TrainingSettings settings) implements Origin {

    @Override
    public SkipTraining skip() {
      return settings.skip();
    }
  }

  /**
   * There is one already.
   *
   * @param file that has it
   */
  record Checkpoint(Path file, SkipTraining skip) implements Origin {}
}
