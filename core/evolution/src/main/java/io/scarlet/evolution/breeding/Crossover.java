package io.scarlet.evolution.breeding;

import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.List;

/** How two architectures make one: each layer is a layer of a parent. */
public enum Crossover {
  /** Each layer from either parent, by the toss of a coin. */
  UNIFORM {
    @Override
    Architecture cross(Architecture one, Architecture other, Draws draws) {
      List<Integer> child = new ArrayList<>(one.choices());
      for (int layer = 0; layer < child.size(); layer++) {
        if (draws.below(2) == 1) {
          child.set(layer, other.choices().get(layer));
        }
      }
      return new Architecture(child);
    }
  },
  /** The first layers from one parent, the rest from the other. */
  SINGLE_POINT {
    @Override
    Architecture cross(Architecture one, Architecture other, Draws draws) {
      int layers = one.choices().size();
      int point = layers == 1 ? 1 : 1 + draws.below(layers - 1);
      List<Integer> child = new ArrayList<>(one.choices().subList(0, point));
      child.addAll(other.choices().subList(point, layers));
      return new Architecture(child);
    }
  };

  abstract Architecture cross(Architecture one, Architecture other, Draws draws);

  /** Either kind, by the toss of a coin. */
  static Architecture any(Architecture one, Architecture other, Draws draws) {
    return (draws.below(2) == 0 ? UNIFORM : SINGLE_POINT).cross(one, other, draws);
  }
}
