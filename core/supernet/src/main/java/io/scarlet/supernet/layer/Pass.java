package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Features;
import io.scarlet.supernet.backend.FusedKernels;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;

/**
 * One run of pictures through a path.
 *
 * @param backend what computes
 * @param buffers where features and gradients lie
 * @param phase what the pass is for
 * @param n pictures
 * @param draws randomness of this pass: its dropout
 */
public record Pass(Backend backend, Buffers buffers, Phase phase, int n, Draws draws) {

  public Pass {
    if (n < 1) {
      throw new IllegalArgumentException("a pass needs at least 1 picture, got " + n);
    }
  }

  /** Convolutions together with their batch norms: the backend's own, or one step at a time. */
  FusedKernels kernels() {
    return backend.fused().orElseGet(() -> new StepByStep(backend, buffers));
  }

  /** Features that are stored as they are, in memory of their own if they were not. */
  Tensor stored(Features features) {
    if (features.norm().isEmpty()) {
      return features.tensor();
    }
    Norm norm = features.norm().get();
    Tensor y = buffers.take(n * norm.op().in().size());
    norm.apply(backend, n, features.tensor(), y);
    return y;
  }
}
