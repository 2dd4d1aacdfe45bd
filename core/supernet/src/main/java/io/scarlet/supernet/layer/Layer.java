package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Tensor;
import java.util.List;

/**
 * An operator with its weights, or some that belong together. A layer remembers what its way back
 * needs, so a backward call belongs to the forward call before it.
 */
public interface Layer {

  /** Features out, {@code [N, H', W', C']}, from features in, {@code [N, H, W, C]}. */
  Tensor forward(Pass pass, Tensor x);

  /**
   * Adds to the gradients of the weights, and gives the gradient of the features that went in. The
   * layer gives {@code dy} back to the buffers when it has used it.
   */
  Tensor backward(Pass pass, Tensor dy);

  /** The way back where nothing asks for the gradient of what went in: at the pictures. */
  default void backwardFromPictures(Pass pass, Tensor dy) {
    pass.buffers().release(backward(pass, dy));
  }

  /** The weights. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** The batch norms. */
  default List<BatchNorm> batchNorms() {
    return List.of();
  }
}
