package io.scarlet.study.sample;

import io.scarlet.space.Architecture;
import io.scarlet.space.CostTable;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a sample of networks is drawn, without any network twice. */
public enum Sampling {
  /** Every network is as likely as any other. */
  RANDOM,
  /**
   * Ordered by multiply-adds and cut into {@value #STRATA} parts of the same number of networks, of
   * which each gives its share: cheap and dear networks are equally present.
   */
  STRATIFIED;

  private static final int STRATA = 10;

  /**
   * A sample in the order of the codes.
   *
   * @param networks to choose from, in any order, each once
   * @param size how many, at most all of them
   * @param seed another seed is another sample
   */
  public List<Architecture> draw(
      SearchSpace space, List<Architecture> networks, int size, long seed) {
    if (size > networks.size()) {
      throw new IllegalArgumentException(size + " of " + networks.size() + " networks");
    }
    CostTable costs = new CostTable(space);
    List<Architecture> ordered =
        networks.stream()
            .sorted(
                Comparator.comparingLong((Architecture network) -> costs.of(network).macs())
                    .thenComparing(Architecture::code))
            .toList();
    int strata = this == STRATIFIED ? STRATA : 1;
    Draws draws = Draws.of(seed, "sample of networks");
    List<Architecture> drawn = new ArrayList<>();
    for (int stratum = 0; stratum < strata; stratum++) {
      List<Architecture> from =
          ordered.subList(
              share(ordered.size(), stratum, strata), share(ordered.size(), stratum + 1, strata));
      int wanted = share(size, stratum + 1, strata) - share(size, stratum, strata);
      int[] order = draws.at(stratum).permutation(from.size());
      for (int i = 0; i < wanted; i++) {
        drawn.add(from.get(order[i]));
      }
    }
    return drawn.stream().sorted(Comparator.comparing(Architecture::code)).toList();
  }

  /** Where a part begins, so that the sizes of parts differ by one at the most. */
  private static int share(int all, int part, int parts) {
    return (int) ((long) all * part / parts);
  }
}
