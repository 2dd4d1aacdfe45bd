package io.scarlet.evolution.ranking;

import java.util.List;

/**
 * What a point is worth.
 *
 * @param gains one an objective, greater is better, finite; any scale
 * @param violation by how much the constraints are broken: 0 keeps them all, infinity is worth
 *     nothing whatever its gains
 */
public record Merit(List<Double> gains, double violation) {

  public Merit {
    gains = List.copyOf(gains);
    if (gains.isEmpty()) {
      throw new IllegalArgumentException("a merit has at least one gain");
    }
    for (double gain : gains) {
      if (!Double.isFinite(gain)) {
        throw new IllegalArgumentException("a gain is finite, got " + gain);
      }
    }
    if (!(violation >= 0)) {
      throw new IllegalArgumentException("a violation is at least 0, got " + violation);
    }
  }

  /** Whether all constraints hold. */
  public boolean feasible() {
    return violation == 0;
  }

  /**
   * Constrained dominance (Deb et al. 2002, section VI): the lesser violation wins; among feasible
   * points, one dominates that is nowhere worse and somewhere better. A strict partial order.
   */
  public boolean dominates(Merit other) {
    if (violation != other.violation) {
      return violation < other.violation;
    }
    return feasible() && betterSomewhereAndWorseNowhere(other);
  }

  private boolean betterSomewhereAndWorseNowhere(Merit other) {
    boolean better = false;
    for (int i = 0; i < gains.size(); i++) {
      double mine = gains.get(i);
      double theirs = other.gains.get(i);
      if (mine < theirs) {
        return false;
      }
      better |= mine > theirs;
    }
    return better;
  }
}
