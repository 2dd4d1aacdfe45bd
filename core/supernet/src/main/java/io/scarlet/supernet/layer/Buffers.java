package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for one pass over a path, reused by the next. Features are kept until the pass ends, since
 * the way back needs them; gradients are needed only until the layer before has used them. After
 * every path has been seen once, nothing is allocated any more.
 */
public final class Buffers {

  private final Backend backend;
  private final List<Tensor> features = new ArrayList<>();
  private final List<Tensor> gradients = new ArrayList<>();
  private final List<Tensor> lent = new ArrayList<>();
  private int next;

  public Buffers(Backend backend) {
    this.backend = backend;
  }

  /** Starts a pass: all features and gradients of the one before are given up. */
  public void reset() {
    next = 0;
    lent.replaceAll(gradient -> gradient.part(0, 0));
  }

  /** Memory for features, until the pass ends. */
  public Tensor features(long size) {
    if (next == features.size()) {
      features.add(backend.allocate(size));
    } else if (features.get(next).size() < size) {
      features.set(next, backend.allocate(size));
    }
    return features.get(next++).part(0, size);
  }

  /** Memory for a gradient, until it is given back. */
  public Tensor gradient(long size) {
    for (int i = 0; i < gradients.size(); i++) {
      if (lent.get(i).size() == 0) {
        if (gradients.get(i).size() < size) {
          gradients.set(i, backend.allocate(size));
        }
        lent.set(i, gradients.get(i).part(0, size));
        return lent.get(i);
      }
    }
    gradients.add(backend.allocate(size));
    lent.add(gradients.getLast().part(0, size));
    return lent.getLast();
  }

  /** Gives a gradient back. */
  public void release(Tensor gradient) {
    for (int i = 0; i < lent.size(); i++) {
      if (lent.get(i).equals(gradient)) {
        lent.set(i, gradient.part(0, 0));
        return;
      }
    }
    throw new IllegalArgumentException("not a gradient of these buffers");
  }
}
