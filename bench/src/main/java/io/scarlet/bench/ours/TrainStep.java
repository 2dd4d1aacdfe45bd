package io.scarlet.bench.ours;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.bench.net.Net;
import io.scarlet.bench.net.RandomPictures;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.util.stream.IntStream;

/**
 * Updates of a supernet by its training, which gets the same pictures in every step. They come in
 * another order each time, which changes no loss.
 */
public final class TrainStep implements Side {

  /** Of the weights and the paths. */
  public static final long SEED = 1;

  /**
   * A small step, and so many of them that the schedule leaves its size alone: random labels must
   * not make a long run diverge.
   */
  public static final TrainingSettings SETTINGS = settings(2);

  private final Supernet supernet;
  private final Batch batch;
  private final SupernetTraining training;

  /** A training of a net with fresh weights. */
  public TrainStep(Net net, int threads) {
    supernet = new Supernet(net.space(), SETTINGS.skip(), SEED, new CpuBackend(threads));
    RandomPictures pictures = new RandomPictures(net.space(), net.trained());
    Normalization normalization = Normalization.of(pictures);
    batch = Batch.plain(pictures, normalization, IntStream.range(0, pictures.size()).toArray());
    training =
        new SupernetTraining(supernet, settings(net.trained()), pictures, normalization, SEED, 0);
  }

  private static TrainingSettings settings(int batch) {
    return new TrainingSettings(
        1_000_000_000,
        batch,
        1e-3,
        0,
        0.9,
        4e-5,
        0.1,
        Augmentation.NONE,
        new StrictFairness(),
        SkipTraining.STABILIZER);
  }

  @Override
  public Supernet supernet() {
    return supernet;
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public double once() {
    return training.advance().loss();
  }

  @Override
  public void close() {
    training.close();
    supernet.backend().close();
  }
}
