package io.scarlet.backend.network;

import static io.scarlet.backend.reference.Values.tensor;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.layer.Buffers;
import io.scarlet.supernet.layer.Chain;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.layer.Stabilizer;
import io.scarlet.supernet.random.Draws;

/** Chains as functions of arrays, and the algebra of their weights. */
final class Linear {

  private Linear() {}

  static Chain stabilizer(FeatureMap map, Backend backend) {
    return Stabilizer.chain(
        "stabilizer", map, Stabilizer.Init.KAIMING, backend, Draws.of(3, "stabilizer"));
  }

  static float[] weight(Chain chain) {
    return chain.parameters().getFirst().value().toArray();
  }

  /** Features out of a chain as it trains. */
  static float[] apply(Backend backend, Chain chain, int n, float[] x) {
    Pass pass = new Pass(backend, new Buffers(backend), Phase.TRAIN, n, Draws.of(0, "none"));
    return chain.forward(pass, tensor(backend, x)).toArray();
  }

  /**
   * The weights of {@code x -> W(Ax)}: each tap of {@code w [k, k, C, O]} behind {@code a [C, C]}.
   */
  static float[] behind(float[] a, float[] w, int channels, int filters) {
    float[] merged = new float[w.length];
    for (int row = 0; row < w.length / filters; row++) {
      int tap = row / channels;
      for (int f = 0; f < filters; f++) {
        double sum = 0;
        for (int m = 0; m < channels; m++) {
          sum += (double) a[row % channels * channels + m] * w[(tap * channels + m) * filters + f];
        }
        merged[row * filters + f] = (float) sum;
      }
    }
    return merged;
  }
}
