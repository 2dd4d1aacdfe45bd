package io.scarlet.space;

import io.scarlet.space.blueprint.Segment;
import java.util.function.BinaryOperator;

/**
 * Counts what networks cost, exactly, from their blueprints.
 *
 * <p>The counting rule: {@code params} are all trainable weights with the scale and shift of batch
 * norms and with biases; {@code macs} are the multiply-adds of convolutions (those of
 * squeeze-and-excite included) and of linear layers for one picture, while batch norms,
 * activations, biases, pooling and element-wise scaling count nothing. It is the rule behind the
 * figures of SCARLET-A, -B and -C (arXiv 1908.06022), and the one by which the {@code flops} column
 * of NAS-Bench-Macro was made.
 */
public final class CostModel {

  private CostModel() {}

  /**
   * The costs of a whole network, stem and tail included.
   *
   * @throws IllegalArchitectureException where the architecture is none of the space
   */
  public static Costs of(SearchSpace space, Architecture architecture) {
    space.check(architecture);
    Costs costs = fixed(space);
    for (SearchableLayer layer : space.layers()) {
      costs = costs.plus(of(layer.choices().get(architecture.choices().get(layer.number() - 1))));
    }
    return costs;
  }

  /** The costs of one choice; its depth is 0 for a skip, 1 otherwise. */
  public static Costs of(Choice choice) {
    return of(choice.segment(), choice.skip() ? 0 : 1);
  }

  /** The costs of what no search can change: stem and tail, with a depth of 0. */
  public static Costs fixed(SearchSpace space) {
    return of(space.stem(), 0).plus(of(space.tail(), 0));
  }

  /** For each cost by itself the least that a network of the space can have. */
  public static Costs cheapest(SearchSpace space) {
    return bound(space, Costs::least);
  }

  /** For each cost by itself the most that a network of the space can have. */
  public static Costs dearest(SearchSpace space) {
    return bound(space, Costs::greatest);
  }

  private static Costs bound(SearchSpace space, BinaryOperator<Costs> better) {
    return space.layers().stream()
        .map(layer -> layer.choices().stream().map(CostModel::of).reduce(better).orElseThrow())
        .reduce(fixed(space), Costs::plus);
  }

  private static Costs of(Segment segment, int depth) {
    return new Costs(segment.parameters(), segment.multiplyAdds(), depth);
  }
}
