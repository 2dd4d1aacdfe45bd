package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Segment;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.random.Draws;
import java.util.List;

/** The layers of a segment. */
public final class Chain {

  private final List<Layer> layers;
  private final boolean shortcut;

  private Chain(List<Layer> layers, boolean shortcut) {
    this.layers = List.copyOf(layers);
    this.shortcut = shortcut;
  }

  /**
   * The layers of a segment with fresh weights.
   *
   * @param name of the segment, the start of the names of its weights
   * @param draws where the initial weights come from
   */
  public static Chain of(String name, Segment segment, Backend backend, Draws draws) {
    return new Chain(Layers.of(name, segment.operators(), backend, draws), segment.shortcut());
  }

  /** A chain of one layer without a shortcut. */
  static Chain of(Layer layer) {
    return new Chain(List.of(layer), false);
  }

  /** Features out from features in. */
  public Tensor forward(Pass pass, Tensor x) {
    Tensor y = x;
    for (Layer layer : layers) {
      Tensor next = layer.forward(pass, y);
      if (pass.phase() != Phase.TRAIN && !y.equals(x) && !next.equals(y)) {
        pass.buffers().release(y);
      }
      y = next;
    }
    if (shortcut) {
      pass.backend().add(y, x);
    }
    return y;
  }

  /** Gradient of the features in from that of the features out, which is given back. */
  public Tensor backward(Pass pass, Tensor dy) {
    if (!shortcut) {
      return throughLayers(pass, dy);
    }
    Tensor around = pass.buffers().take(dy.size());
    pass.backend().copy(dy, around);
    Tensor dx = throughLayers(pass, dy);
    pass.backend().add(dx, around);
    pass.buffers().release(around);
    return dx;
  }

  /** The way back of the first chain: nothing asks for the gradient of the pictures. */
  public void backwardFromPictures(Pass pass, Tensor dy) {
    Tensor g = dy;
    for (Layer layer : layers.reversed().subList(0, layers.size() - 1)) {
      g = layer.backward(pass, g);
    }
    layers.getFirst().backwardFromPictures(pass, g);
  }

  private Tensor throughLayers(Pass pass, Tensor dy) {
    Tensor g = dy;
    for (Layer layer : layers.reversed()) {
      g = layer.backward(pass, g);
    }
    return g;
  }

  /** The weights of all layers. */
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** The batch norms of the chain. */
  public List<BatchNorm> batchNorms() {
    return layers.stream().flatMap(layer -> layer.batchNorms().stream()).toList();
  }
}
