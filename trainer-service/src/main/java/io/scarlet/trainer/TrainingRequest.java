package io.scarlet.trainer;

import io.scarlet.events.SearchRequested;
import io.scarlet.events.SkipTraining;
import io.scarlet.events.StabilizerInit;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.training.TrainingSettings;

/**
 * What a search asks of the trainer.
 *
 * @param searchId the search
 * @param seed of the search
 * @param spaceText the search space as its YAML text
 * @param space the same, read
 * @param dataSet name or folder of the pictures
 * @param validationPictures train pictures to hold out; 0 for a tenth
 * @param dataSha256 of the pictures, empty for any
 * @param settings of the training
 * @param checkpointEveryEpochs epochs between published checkpoints; 0 publishes the last only
 */
record TrainingRequest(
    String searchId,
    long seed,
    String spaceText,
    SearchSpace space,
    String dataSet,
    int validationPictures,
    String dataSha256,
    TrainingSettings settings,
    int checkpointEveryEpochs) {

  /**
   * From the event.
   *
   * @throws IllegalArgumentException if the space cannot be read or a setting is out of its range
   */
  static TrainingRequest of(SearchRequested event) {
    io.scarlet.events.TrainingSettings training = event.getTraining();
    return new TrainingRequest(
        event.getSearchId(),
        event.getSeed(),
        event.getSpace(),
        SearchSpaceYaml.read(event.getSpace()),
        event.getData().getSet(),
        event.getData().getValidationPictures(),
        event.getData().getSha256(),
        new TrainingSettings(
            training.getEpochs(),
            training.getBatch(),
            training.getLearningRate(),
            training.getWarmupEpochs(),
            training.getMomentum(),
            training.getWeightDecay(),
            training.getLabelSmoothing(),
            new Augmentation(training.getCropPadding(), training.getFlip()),
            switch (training.getSampling()) {
              case STRICT -> new StrictFairness();
              case UNIFORM -> new UniformSampling();
            },
            skip(training.getSkip(), training.getStabilizerInit())),
        training.getCheckpointEveryEpochs());
  }

  private static io.scarlet.supernet.SkipTraining skip(SkipTraining skip, StabilizerInit init) {
    return switch (skip) {
      case IDENTITY -> io.scarlet.supernet.SkipTraining.IDENTITY;
      case STABILIZER ->
          switch (init) {
            case KAIMING -> io.scarlet.supernet.SkipTraining.STABILIZER;
            case IDENTITY -> io.scarlet.supernet.SkipTraining.STABILIZER_FROM_IDENTITY;
          };
    };
  }
}
