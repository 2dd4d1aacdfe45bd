package io.scarlet.export.io;

import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.standalone.Recipe;
import io.scarlet.supernet.standalone.StandaloneTraining;
import io.scarlet.supernet.standalone.io.TrainingFolder;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** Networks of {@link Models#EVERYTHING} that were trained for a few seconds. */
final class Trained {

  private static final int PICTURES = 4_000;

  private Trained() {}

  static TrainedModel of(String code, Backend backend, Path folder)
      throws IOException, DataFormatException {
    DataSource data = new DataSource("fashion-mnist-excerpt", "", 0);
    DataSplits all = DataSets.open(data.set(), SearchSpaceYaml.read(Models.EVERYTHING), 0, 1);
    DataSplits some =
        new DataSplits(
            all.train().select(IntStream.range(0, PICTURES).toArray()),
            all.validation().select(IntStream.range(0, 100).toArray()),
            all.test().select(IntStream.range(0, 100).toArray()));
    TrainingSettings settings =
        new TrainingSettings(
            1,
            50,
            0.1,
            0.2,
            new RateDecay.Cosine(),
            new Optimizer.Sgd(0.9),
            4e-5,
            0.1,
            0,
            new Augmentation(0, true),
            new UniformSampling(),
            SkipTraining.IDENTITY);
    Assignment assignment =
        new Assignment(Models.EVERYTHING, code, 7, data, new Recipe(settings, 0), Map.of());
    try (TrainingFolder at = TrainingFolder.take(folder, epoch -> {})) {
      return new StandaloneTraining(assignment, some, backend)
          .run(at, step -> {}, () -> false)
          .orElseThrow();
    }
  }
}
