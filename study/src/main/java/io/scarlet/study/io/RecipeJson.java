package io.scarlet.study.io;

import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.standalone.Recipe;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.TrainingSettings;

/**
 * How a network is trained by itself, with the names that a search request gives the settings of
 * its finalists.
 */
record RecipeJson(
    int epochs,
    int batch,
    RecipeJson.Kind optimizer,
    double learningRate,
    RecipeJson.Schedule schedule,
    double warmupEpochs,
    double momentum,
    double weightDecay,
    double labelSmoothing,
    double dropout,
    double averageDecay,
    int cropPadding,
    boolean flip) {

  enum Kind {
    SGD,
    RMSPROP
  }

  enum Schedule {
    COSINE,
    EXPONENTIAL
  }

  /**
   * The recipe.
   *
   * @throws IllegalArgumentException if a setting is out of its range
   */
  Recipe recipe() {
    return new Recipe(
        new TrainingSettings(
            epochs,
            batch,
            learningRate,
            warmupEpochs,
            switch (schedule) {
              case COSINE -> new RateDecay.Cosine();
              case EXPONENTIAL -> new RateDecay.Exponential();
            },
            switch (optimizer) {
              case SGD -> new Optimizer.Sgd(momentum);
              case RMSPROP -> new Optimizer.RmsProp(momentum);
            },
            weightDecay,
            labelSmoothing,
            averageDecay,
            new Augmentation(cropPadding, flip),
            new UniformSampling(),
            SkipTraining.IDENTITY),
        dropout);
  }
}
