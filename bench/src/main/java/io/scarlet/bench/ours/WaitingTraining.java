package io.scarlet.bench.ours;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.bench.net.Net;
import io.scarlet.bench.report.Waiting;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;

/**
 * A training that gets its pictures as a search does, and says how long it waited for them.
 *
 * @param name of what is measured
 * @param net that is trained
 * @param data that it is trained on
 * @param threads that compute; pictures are read by others
 */
public record WaitingTraining(String name, Net net, String data, int threads) {

  private static final Augmentation AUGMENTATION = new Augmentation(2, true);
  private static final int LEAST_STEPS = 8;
  private static final double NANOS = 1e9;
  private static final double NANOS_A_MILLISECOND = 1e6;

  /**
   * Measures.
   *
   * @param rounds of which each is a turn of the net
   * @param warmUp seconds before that
   * @throws DataFormatException if the data cannot be read
   */
  public Waiting measured(int rounds, double warmUp) throws DataFormatException {
    SearchSpace space = net.space();
    DataSplits splits = DataSets.open(data, space, 0, TrainStep.SEED);
    Normalization normalization = Normalization.of(splits.train());
    try (Backend backend = new CpuBackend(threads)) {
      Supernet supernet = new Supernet(space, TrainStep.SETTINGS.skip(), TrainStep.SEED, backend);
      try (SupernetTraining training =
          new SupernetTraining(
              supernet, settings(), splits.train(), normalization, TrainStep.SEED, 0)) {
        warmUp(training, warmUp);
        return measured(training, rounds * net.turn());
      }
    }
  }

  private static void warmUp(SupernetTraining training, double seconds) {
    long start = System.nanoTime();
    for (int i = 0; i < LEAST_STEPS || System.nanoTime() - start < seconds * NANOS; i++) {
      training.advance();
    }
  }

  private Waiting measured(SupernetTraining training, int steps) {
    long waited = 0;
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      long before = System.nanoTime();
      training.awaitPictures();
      waited += System.nanoTime() - before;
      training.advance();
    }
    double whole = (System.nanoTime() - start) / NANOS_A_MILLISECOND;
    return new Waiting(name, threads, whole / steps, waited / NANOS_A_MILLISECOND / steps);
  }

  private TrainingSettings settings() {
    TrainingSettings same = TrainStep.SETTINGS;
    return new TrainingSettings(
        same.epochs(),
        net.trained(),
        same.learningRate(),
        same.warmupEpochs(),
        same.optimizer().momentum(),
        same.weightDecay(),
        same.labelSmoothing(),
        AUGMENTATION,
        same.sampling(),
        same.skip());
  }
}
