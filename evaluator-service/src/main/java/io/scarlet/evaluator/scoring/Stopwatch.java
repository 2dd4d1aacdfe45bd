package io.scarlet.evaluator.scoring;

import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.model.TrainedModel;
import java.util.Arrays;

/**
 * Measures how long a network takes. It is the network by itself, as it would be deployed: nothing
 * stands where it skips, batch norms use the moments that they remember. Its weights are fresh,
 * since the time does not depend on their values.
 */
final class Stopwatch {

  private static final double NANOSECONDS = 1e6;

  private Stopwatch() {}

  /**
   * The median time of a pass.
   *
   * @param network a space of one path
   * @param backend that computes, with as many threads as it has
   * @return milliseconds, above 0
   */
  static double milliseconds(SearchSpace network, Candidate.Timing timing, Backend backend) {
    Supernet model = TrainedModel.untrained(network, 0, backend);
    float[] pixels = pixels(Math.toIntExact(timing.batch() * network.input().size()));
    Tensor pictures = backend.allocate(pixels.length);
    pictures.write(pixels);
    float[] logits = new float[timing.batch() * network.classes()];
    long[] nanoseconds = new long[timing.runs()];
    for (int run = -timing.warmUp(); run < timing.runs(); run++) {
      long start = System.nanoTime();
      model.evaluate(network.onlyArchitecture().orElseThrow(), timing.batch(), pictures, logits);
      long taken = System.nanoTime() - start;
      if (run >= 0) {
        nanoseconds[run] = Math.max(1, taken);
      }
    }
    return median(nanoseconds) / NANOSECONDS;
  }

  /** Values as normalised pictures have them, around 0: kernels may be quicker with zeros. */
  private static float[] pixels(int count) {
    float[] pixels = new float[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (i % 7 - 3) / 2f;
    }
    return pixels;
  }

  /** The middle value, or the mean of the two in the middle. */
  static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
