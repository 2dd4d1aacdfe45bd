package io.scarlet.study.feature;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchableLayer;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares what the choices of a layer make of the same features (as figure 3 of ScarletNAS, arXiv
 * 1908.06022, does). Those come from pictures through paths that are drawn at random; batch norms
 * use the moments of the pictures, as they do when a path is scored.
 *
 * @param paths that lead to the layer, at least 1
 * @param pictures that each path sees, at least 2
 */
public record FeatureProbe(int paths, int pictures) {

  /**
   * The similarities, averaged over pictures and paths.
   *
   * @param supernet whose batch norms forget what they remember
   * @param number of the layer, from 1
   * @param set at least as many pictures as are wanted
   * @param seed of pictures and paths
   */
  public Similarity of(
      Supernet supernet, int number, PictureSet set, Normalization normalization, long seed) {
    SearchableLayer layer = supernet.space().layers().get(number - 1);
    Draws draws = Draws.of(seed, "feature similarity");
    int[] chosen = Arrays.copyOf(draws.permutation(set.size()), pictures);
    Batch batch = Batch.plain(set, normalization, chosen);
    Tensor pixels = supernet.backend().allocate(batch.pixels().length);
    pixels.write(batch.pixels());
    int choices = layer.choices().size();
    double[][] sums = new double[choices][choices];
    for (int path = 0; path < paths; path++) {
      Pass pass = supernet.pass(Phase.RECALIBRATE, pictures, draws);
      List<float[]> outputs =
          supernet.alternatives(pass, random(supernet, draws.at(path)), number, pixels);
      add(outputs, sums);
    }
    return new Similarity(number, layer.labels(), means(sums));
  }

  private static Architecture random(Supernet supernet, Draws draws) {
    return new Architecture(
        supernet.space().layers().stream()
            .map(layer -> draws.below(layer.choices().size(), layer.number()))
            .toList());
  }

  private void add(List<float[]> outputs, double[][] sums) {
    int size = outputs.getFirst().length / pictures;
    for (int a = 0; a < sums.length; a++) {
      for (int b = 0; b < sums.length; b++) {
        for (int picture = 0; picture < pictures; picture++) {
          sums[a][b] += cosine(outputs.get(a), outputs.get(b), picture * size, size);
        }
      }
    }
  }

  /** 0 where either is 0 everywhere. */
  private static double cosine(float[] a, float[] b, int from, int size) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = from; i < from + size; i++) {
      product += (double) a[i] * b[i];
      squareA += (double) a[i] * a[i];
      squareB += (double) b[i] * b[i];
    }
    double lengths = Math.sqrt(squareA) * Math.sqrt(squareB);
    return lengths == 0 ? 0 : product / lengths;
  }

  private List<List<Double>> means(double[][] sums) {
    List<List<Double>> means = new ArrayList<>();
    for (double[] row : sums) {
      means.add(
          Arrays.stream(row)
              .map(sum -> Math.clamp(sum / ((double) paths * pictures), -1, 1))
              .boxed()
              .toList());
    }
    return means;
  }
}
