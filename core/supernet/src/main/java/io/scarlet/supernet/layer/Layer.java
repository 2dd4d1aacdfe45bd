package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Tensor;
import java.util.List;

/**
 * One operator with its weights. A layer remembers what its way back needs, so a backward call
 * belongs to the forward call before it.
 */
public interface Layer {

  /** Features out, {@code [N, H', W', C']}, from features in, {@code [N, H, W, C]}. */
  Tensor forward(Pass pass, Tensor x);

  /**
   * Adds to the gradients of the weights, and gives the gradient of the features that went in. The
   * layer gives {@code dy} back to the buffers when it has used it.
   */
  Tensor backward(Pass pass, Tensor dy);

  /** The weights. */
  default List<Parameter> parameters() {
    return List.of();
  }
}
