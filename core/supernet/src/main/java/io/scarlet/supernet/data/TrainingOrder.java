package io.scarlet.supernet.data;

import io.scarlet.supernet.random.Draws;
import java.util.Arrays;

/**
 * In which order train pictures come: each epoch in a permutation of its own; what does not fill a
 * batch is left out of that epoch.
 */
public final class TrainingOrder {

  private final int pictures;
  private final int batch;
  private final Draws shuffle;
  private final Draws change;
  private long epoch = -1;
  private int[] order = {};

  /**
   * The order of a search.
   *
   * @throws IllegalArgumentException if there are fewer pictures than a batch holds
   */
  public TrainingOrder(int pictures, int batch, long seed) {
    if (pictures < batch) {
      throw new IllegalArgumentException(
          "training.batch is " + batch + ", but there are only " + pictures + " train pictures");
    }
    this.pictures = pictures;
    this.batch = batch;
    shuffle = Draws.of(seed, "train order");
    change = Draws.of(seed, "augmentation");
  }

  /** Batches an epoch. */
  public long batches() {
    return pictures / batch;
  }

  /** The batch of a step, counted from 0. Called by one thread at a time. */
  public Batch batch(
      PictureSet train, Augmentation augmentation, Normalization normalization, long step) {
    Batch made = Batch.empty(batch, train.shape());
    fill(train, augmentation, normalization, step, made);
    return made;
  }

  /** The same into the memory of a batch. */
  public void fill(
      PictureSet train,
      Augmentation augmentation,
      Normalization normalization,
      long step,
      Batch into) {
    long wanted = step / batches();
    if (wanted != epoch) {
      order = shuffle.at(wanted).permutation(pictures);
      epoch = wanted;
    }
    int from = Math.toIntExact(step % batches()) * batch;
    int[] indices = Arrays.copyOfRange(order, from, from + batch);
    into.fill(train, augmentation, normalization, indices, change.at(wanted));
  }
}
