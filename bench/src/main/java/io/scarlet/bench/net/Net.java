package io.scarlet.bench.net;

import io.scarlet.space.SearchSpace;

/**
 * A network, or a supernet, that is measured.
 *
 * @param name what people call it
 * @param space what it is made of
 * @param trained pictures of a training step
 * @param evaluated pictures of an evaluation
 * @param turn steps in a row before it is the other side's turn
 */
public record Net(String name, SearchSpace space, int trained, int evaluated, int turn) {

  public Net {
    if (trained < 2 || evaluated < 1 || turn < 1) {
      throw new IllegalArgumentException(
          "a batch and a turn have a size, those of " + name + " do");
    }
  }
}
