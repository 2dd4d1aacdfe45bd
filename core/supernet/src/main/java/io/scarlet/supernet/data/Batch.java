package io.scarlet.supernet.data;

import io.scarlet.supernet.random.Draws;

/**
 * Pictures ready for the network: normalised pixels {@code [N, H, W, C]} and labels {@code [N]}.
 */
public final class Batch {

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
    int channels = pictures.shape().channels();
    float[][] table = normalization.table();
    float[] pixels = new float[indices.length * values];
    int[] labels = new int[indices.length];
    byte[] read = new byte[values];
    byte[] changed = new byte[values];
    for (int i = 0; i < indices.length; i++) {
      labels[i] = pictures.label(indices[i]);
      pictures.read(indices[i], read);
      augmentation.apply(pictures.shape(), read, changed, draws.at(indices[i]));
      for (int p = 0; p < values; p++) {
        pixels[i * values + p] = table[p % channels][Byte.toUnsignedInt(changed[p])];
      }
    }
    return new Batch(pixels, labels);
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
