package io.scarlet.supernet.data;

import java.util.List;

/**
 * Subtracts a mean and divides by a deviation, per channel of pixels scaled to [0, 1].
 *
 * @param mean one a channel
 * @param deviation one a channel, above 0
 */
public record Normalization(List<Double> mean, List<Double> deviation) {

  private static final int SAMPLE = 1_000;
  private static final double WHITE = 255;
  private static final double LEAST_DEVIATION = 1e-3;

  public Normalization {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != deviation.size() || deviation.stream().anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException("a normalisation has a deviation above 0 for each mean");
    }
  }

  /** What makes the pictures have mean 0 and variance 1, from 1,000 of them at even distances. */
  public static Normalization of(PictureSet pictures) {
    int channels = pictures.shape().channels();
    int sample = Math.min(SAMPLE, pictures.size());
    long[] sums = new long[channels];
    long[] squares = new long[channels];
    byte[] pixels = new byte[Math.toIntExact(pictures.shape().size())];
    for (int i = 0; i < sample; i++) {
      pictures.read((int) ((long) i * pictures.size() / sample), pixels);
      for (int p = 0; p < pixels.length; p++) {
        int value = Byte.toUnsignedInt(pixels[p]);
        sums[p % channels] += value;
        squares[p % channels] += (long) value * value;
      }
    }
    double places = (double) sample * pictures.shape().area();
    Double[] mean = new Double[channels];
    Double[] deviation = new Double[channels];
    for (int c = 0; c < channels; c++) {
      double m = sums[c] / places;
      mean[c] = m / WHITE;
      double variance = Math.max(0, squares[c] / places - m * m);
      deviation[c] = Math.max(LEAST_DEVIATION, Math.sqrt(variance) / WHITE);
    }
    return new Normalization(List.of(mean), List.of(deviation));
  }

  /** The normalised value of every pixel value 0 ... 255, {@code [C][256]}. */
  float[][] table() {
    float[][] table = new float[mean.size()][256];
    for (int c = 0; c < table.length; c++) {
      for (int value = 0; value < 256; value++) {
        table[c][value] = (float) ((value / WHITE - mean.get(c)) / deviation.get(c));
      }
    }
    return table;
  }
}
