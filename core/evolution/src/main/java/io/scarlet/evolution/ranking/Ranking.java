package io.scarlet.evolution.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Non-dominated sorting with crowding distances: the order in which NSGA-II keeps points (Deb et
 * al. 2002, sections III-A to III-C).
 */
public final class Ranking {

  private Ranking() {}

  /** The places of all points, best first: by rank, then crowding, then index. */
  public static List<Place> bestFirst(List<Merit> points) {
    List<Place> places = new ArrayList<>(points.size());
    int rank = 0;
    for (List<Integer> front : fronts(points)) {
      double[] crowding = Crowding.distances(front.stream().map(points::get).toList());
      for (int i = 0; i < crowding.length; i++) {
        places.add(new Place(front.get(i), rank, crowding[i]));
      }
      rank++;
    }
    places.sort(Place.BEST_FIRST);
    return Collections.unmodifiableList(places);
  }

  /**
   * Peels the points into fronts: the first holds all that nobody dominates, each next all that
   * only earlier fronts dominate. Takes O(m n²) for n points with m gains.
   *
   * @return indices into the list, ascending within a front
   */
  public static List<List<Integer>> fronts(List<Merit> points) {
    int n = points.size();
    int[] dominators = new int[n];
    List<List<Integer>> dominated = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      dominated.add(new ArrayList<>());
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (points.get(i).dominates(points.get(j))) {
          dominated.get(i).add(j);
          dominators[j]++;
        }
      }
    }
    List<List<Integer>> fronts = new ArrayList<>();
    List<Integer> front = undominated(dominators);
    while (!front.isEmpty()) {
      fronts.add(List.copyOf(front));
      List<Integer> next = new ArrayList<>();
      for (int i : front) {
        for (int j : dominated.get(i)) {
          if (--dominators[j] == 0) {
            next.add(j);
          }
        }
      }
      Collections.sort(next);
      front = next;
    }
    return List.copyOf(fronts);
  }

  private static List<Integer> undominated(int[] dominators) {
    List<Integer> front = new ArrayList<>();
    for (int i = 0; i < dominators.length; i++) {
      if (dominators[i] == 0) {
        front.add(i);
      }
    }
    return front;
  }
}
