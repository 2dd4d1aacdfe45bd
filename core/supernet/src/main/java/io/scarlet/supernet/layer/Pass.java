package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
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
}
