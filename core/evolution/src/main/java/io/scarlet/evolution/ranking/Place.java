package io.scarlet.evolution.ranking;

import java.util.Comparator;

/**
 * A point's place among others.
 *
 * @param index of the point in the list that was ranked
 * @param rank number of its front, 0 the best
 * @param crowding distance to its neighbours in its front, at least 0; infinity at the ends
 */
public record Place(int index, int rank, double crowding) {

  /** Lower rank first, then the less crowded, then the earlier in the list. */
  public static final Comparator<Place> BEST_FIRST =
      Comparator.comparingInt(Place::rank)
          .thenComparing(Comparator.comparingDouble(Place::crowding).reversed())
          .thenComparingInt(Place::index);
}
