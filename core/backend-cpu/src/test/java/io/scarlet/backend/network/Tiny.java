package io.scarlet.backend.network;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.training.TrainingSettings;
import java.util.stream.IntStream;

/** A space whose supernet trains within seconds, on a few of the pictures that ship. */
final class Tiny {

  /** Layer 1 changes the shape and has no skip; layer 2 may be skipped. */
  static final String TEXT =
      """
      name: tiny
      input: 28x28x1
      classes: 10
      activation: relu6
      stem:
        - conv: {channels: 8, kernel: 3, stride: 2}
      choices: [e2k3, e3k5s, skip]
      stages:
        - {channels: 12, stride: 2, layers: 2}
      tail:
        - conv: {channels: 24, kernel: 1}
        - pool
        - dropout: 0.1
      """;

  static final SearchSpace SPACE = SearchSpaceYaml.read(TEXT);

  static final FeatureMap PICTURE = SPACE.input();

  private Tiny() {}

  /** 800 pictures to train on, 200 of all classes to validate. */
  static DataSplits pictures() {
    try {
      DataSplits all = DataSets.open(DataSets.EXCERPT, SPACE, 0, 1);
      PictureSet train = all.train().select(IntStream.range(0, 800).toArray());
      PictureSet validation =
          all.validation().select(IntStream.range(0, 200).map(i -> 10 * i).toArray());
      return new DataSplits(train, validation, all.test());
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  static TrainingSettings settings(int epochs, SkipTraining skip) {
    return new TrainingSettings(
        epochs,
        40,
        0.3,
        0.2,
        0.9,
        1e-4,
        0.1,
        new Augmentation(2, true),
        new StrictFairness(),
        skip);
  }
}
