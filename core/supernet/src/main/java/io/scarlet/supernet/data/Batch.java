package io.scarlet.supernet.data;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.random.Draws;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pictures ready for the network: normalised pixels {@code [N, H, W, C]} and labels {@code [N]}.
 */
public final class Batch {

  /** Enough for many processors, each with several so that all end at about the same time. */
  private static final int SHARES = 64;

  private record Failure(int place, UnreadablePictureException cause) {}

  private final float[] pixels;
  private final int[] labels;

  private Batch(float[] pixels, int[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  /** Pictures as they are. */
  public static Batch plain(PictureSet pictures, Normalization normalization, int[] indices) {
    return of(pictures, Augmentation.NONE, normalization, indices, Draws.of(0, "none"));
  }

  /**
   * Pictures with random changes.
   *
   * @param draws randomness: picture {@code i} of the set uses that of coordinate {@code i}
   */
  static Batch of(
      PictureSet pictures,
      Augmentation augmentation,
      Normalization normalization,
      int[] indices,
      Draws draws) {
    int values = Math.toIntExact(pictures.shape().size());
    Batch batch = new Batch(new float[indices.length * values], new int[indices.length]);
    batch.fill(pictures, augmentation, normalization, indices, draws);
    return batch;
  }

  /** Room for pictures of a shape. */
  static Batch empty(int size, FeatureMap shape) {
    return new Batch(new float[Math.multiplyExact(size, (int) shape.size())], new int[size]);
  }

  /** Takes the place of what was in the batch with as many other pictures as they are. */
  public void refill(PictureSet pictures, Normalization normalization, int[] indices) {
    fill(pictures, Augmentation.NONE, normalization, indices, Draws.of(0, "none"));
  }

  /**
   * Takes the place of what was in the batch: as many other pictures, with random changes. Pictures
   * that are slow to read are shared among the threads of the common pool; each has its own place
   * and its own randomness, so the number of threads changes nothing.
   *
   * @throws UnreadablePictureException of the first picture that cannot be read
   */
  void fill(
      PictureSet pictures,
      Augmentation augmentation,
      Normalization normalization,
      int[] indices,
      Draws draws) {
    float[][] table = normalization.table();
    int shares = pictures.isSlow() ? Math.min(indices.length, SHARES) : 1;
    IntStream places = IntStream.range(0, shares);
    (shares > 1 ? places.parallel() : places)
        .mapToObj(share -> fill(pictures, augmentation, table, indices, draws, share, shares))
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(Failure::place))
        .ifPresent(
            failure -> {
              throw failure.cause();
            });
  }

  /** Every so many pictures from a place on, up to the first that cannot be read. */
  private Optional<Failure> fill(
      PictureSet pictures,
      Augmentation augmentation,
      float[][] table,
      int[] indices,
      Draws draws,
      int from,
      int step) {
    int values = Math.toIntExact(pictures.shape().size());
    byte[] read = new byte[values];
    byte[] changed = new byte[values];
    for (int i = from; i < indices.length; i += step) {
      labels[i] = pictures.label(indices[i]);
      try {
        pictures.read(indices[i], read);
      } catch (UnreadablePictureException e) {
        return Optional.of(new Failure(i, e));
      }
      augmentation.apply(pictures.shape(), read, changed, draws.at(indices[i]));
      normalize(changed, table, i * values);
    }
    return Optional.empty();
  }

  private void normalize(byte[] from, float[][] table, int at) {
    int channels = table.length;
    for (int c = 0; c < channels; c++) {
      float[] ofChannel = table[c];
      for (int p = c; p < from.length; p += channels) {
        pixels[at + p] = ofChannel[Byte.toUnsignedInt(from[p])];
      }
    }
  }

  /** Pictures in the batch. */
  public int size() {
    return labels.length;
  }

  /** {@code [N, H, W, C]}; not to be changed. */
  public float[] pixels() {
    return pixels;
  }

  /** {@code [N]}; not to be changed. */
  public int[] labels() {
    return labels;
  }
}
