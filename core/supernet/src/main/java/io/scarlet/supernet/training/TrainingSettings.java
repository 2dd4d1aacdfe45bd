package io.scarlet.supernet.training;

import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.sampling.PathSampling;

/**
 * How a supernet is trained.
 *
 * @param epochs passes over the train split, at least 1
 * @param batch pictures a step, at least 2
 * @param learningRate peak of the schedule, above 0
 * @param warmupEpochs of linear warm-up, at least 0
 * @param decay of the learning rate afterwards
 * @param weightDecay at least 0
 * @param labelSmoothing [0, 1)
 * @param averageDecay share of the moving average of the weights that a step keeps, [0, 1); 0 for
 *     no average
 */
public record TrainingSettings(
    int epochs,
    int batch,
    double learningRate,
    double warmupEpochs,
    RateDecay decay,
    Optimizer optimizer,
    double weightDecay,
    double labelSmoothing,
    double averageDecay,
    Augmentation augmentation,
    PathSampling sampling,
    SkipTraining skip) {

  /**
   * How the supernet of a search is trained: by SGD, along a cosine, without an average.
   *
   * @param momentum of SGD, [0, 1)
   */
  public TrainingSettings(
      int epochs,
      int batch,
      double learningRate,
      double warmupEpochs,
      double momentum,
      double weightDecay,
      double labelSmoothing,
      Augmentation augmentation,
      PathSampling sampling,
      SkipTraining skip) {
    this(
        epochs,
        batch,
        learningRate,
        warmupEpochs,
        new RateDecay.Cosine(),
        new Optimizer.Sgd(momentum),
        weightDecay,
        labelSmoothing,
        0,
        augmentation,
        sampling,
        skip);
  }

  public TrainingSettings {
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(batch >= 2, "a batch needs at least 2 pictures", batch);
    require(learningRate > 0, "the learning rate must be above 0", learningRate);
    require(
        warmupEpochs >= 0 && warmupEpochs <= epochs,
        "warm-up takes between 0 and all epochs",
        warmupEpochs);
    require(weightDecay >= 0, "weight decay must be at least 0", weightDecay);
    require(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "label smoothing lies in [0, 1)",
        labelSmoothing);
    require(
        averageDecay >= 0 && averageDecay < 1,
        "the decay of an average lies in [0, 1)",
        averageDecay);
  }

  private static void require(boolean holds, String rule, Number got) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }
}
