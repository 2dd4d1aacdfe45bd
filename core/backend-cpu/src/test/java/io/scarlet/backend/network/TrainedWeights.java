package io.scarlet.backend.network;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.backend.fixture.MadePictures;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A program: trains a supernet whose channels fill no vector and that has every kernel, by one
 * optimizer after the other, and writes its weights and their average to the file of the first
 * argument.
 */
final class TrainedWeights {

  private static final int PICTURES = 48;
  private static final int BATCH = 12;
  private static final SearchSpace SPACE =
      SearchSpaceYaml.read(
          """
          name: every-kernel
          input: 17x15x3
          classes: 4
          activation: hswish
          stem:
            - conv: {channels: 9, kernel: 3, stride: 2}
          stages:
            - {channels: 12, stride: 1, layers: [[e3k5s, e2k3, e6k7], [e3k3, skip]]}
            - {channels: 20, stride: 2, layers: [[e3k7, e2k5s]], activation: relu}
          tail:
            - conv: {channels: 26, kernel: 1}
            - pool
          """);

  private TrainedWeights() {}

  public static void main(String... arguments) throws IOException {
    int size = PICTURES * Math.toIntExact(SPACE.input().size());
    List<String> classes = IntStream.range(0, SPACE.classes()).mapToObj(c -> "class " + c).toList();
    var pictures =
        new MadePictures(
            SPACE.input(),
            classes,
            IntStream.range(0, PICTURES).map(i -> i % SPACE.classes()).toArray(),
            IntStream.range(0, size).map(i -> i * 7_919 % 10_007 % 256).toArray());
    Normalization normalization = Normalization.of(pictures);
    try (CpuBackend backend = new CpuBackend(2)) {
      Supernet supernet = new Supernet(SPACE, SkipTraining.STABILIZER, 1, backend);
      for (Optimizer optimizer : List.of(new Optimizer.Sgd(0.9), new Optimizer.RmsProp(0.9))) {
        var settings = settings(optimizer);
        try (var training =
            new SupernetTraining(supernet, settings, pictures, normalization, 1, 0)) {
          while (!training.isComplete()) {
            training.advance();
          }
        }
      }
      SafetensorsFile.write(SupernetCheckpoint.of(supernet, Map.of()), Path.of(arguments[0]));
    }
  }

  private static TrainingSettings settings(Optimizer optimizer) {
    return new TrainingSettings(
        3,
        BATCH,
        optimizer instanceof Optimizer.Sgd ? 0.05 : 0.005,
        1,
        new RateDecay.Cosine(),
        optimizer,
        4e-4,
        0.1,
        0.9,
        new Augmentation(2, true),
        new StrictFairness(),
        SkipTraining.STABILIZER);
  }
}
