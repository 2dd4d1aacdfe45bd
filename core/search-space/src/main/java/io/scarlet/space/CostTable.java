package io.scarlet.space;

import java.util.List;

/** The costs of every choice of a space, counted once, for those who ask for many networks. */
public final class CostTable {

  private final Costs fixed;
  private final List<List<Costs>> choices;

  /** Of this space. */
  public CostTable(SearchSpace space) {
    this.fixed = CostModel.fixed(space);
    this.choices =
        space.layers().stream()
            .map(layer -> layer.choices().stream().map(CostModel::of).toList())
            .toList();
  }

  /**
   * What {@link CostModel#of(SearchSpace, Architecture)} counts.
   *
   * @param architecture of the space
   */
  public Costs of(Architecture architecture) {
    Costs costs = fixed;
    for (int layer = 0; layer < choices.size(); layer++) {
      costs = costs.plus(choices.get(layer).get(architecture.choices().get(layer)));
    }
    return costs;
  }
}
