package io.scarlet.trainer;

import io.scarlet.events.FinalistSettings;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.standalone.Recipe;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.TrainingSettings;

/** From settings of finalists to how one is trained. */
final class Recipes {

  private Recipes() {}

  /**
   * The recipe.
   *
   * @throws IllegalArgumentException if a setting is out of its range
   */
  static Recipe of(FinalistSettings settings) {
    return new Recipe(
        new TrainingSettings(
            settings.getEpochs(),
            settings.getBatch(),
            settings.getLearningRate(),
            settings.getWarmupEpochs(),
            switch (settings.getSchedule()) {
              case COSINE -> new RateDecay.Cosine();
              case EXPONENTIAL -> new RateDecay.Exponential();
            },
            switch (settings.getOptimizer()) {
              case SGD -> new Optimizer.Sgd(settings.getMomentum());
              case RMSPROP -> new Optimizer.RmsProp(settings.getMomentum());
            },
            settings.getWeightDecay(),
            settings.getLabelSmoothing(),
            settings.getAverageDecay(),
            new Augmentation(settings.getCropPadding(), settings.getFlip()),
            new UniformSampling(),
            SkipTraining.IDENTITY),
        settings.getDropout());
  }
}
