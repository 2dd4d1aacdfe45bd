package io.scarlet.evolution.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Picks points one after the other, each time the one that adds most to the hypervolume of a front
 * and of what was picked before.
 *
 * <p>What a point adds never grows as others are picked, so an old figure is an upper bound, and
 * only figures at the head of the queue are worked out anew (lazy greedy, Minoux 1978).
 */
public final class GreedyChoice {

  /** Less than this is rounding. */
  private static final double LEAST_GAIN = 1e-12;

  private final List<double[]> front;
  private final List<double[]> points;
  private final PriorityQueue<Bound> queue =
      new PriorityQueue<>(
          Comparator.comparingDouble(Bound::gain).reversed().thenComparingInt(Bound::point));

  /**
   * At its beginning.
   *
   * @param front what is there already
   * @param points to pick from; all coordinates 0 to 1, greater is better
   */
  public GreedyChoice(List<double[]> front, List<double[]> points) {
    this.front = new ArrayList<>(front);
    this.points = List.copyOf(points);
    for (int point = 0; point < points.size(); point++) {
      bound(point);
    }
  }

  /** The index of the next point, the first of equals; empty where none adds anything. */
  public OptionalInt next() {
    while (!queue.isEmpty()) {
      Bound head = queue.remove();
      if (head.frontSize() == front.size()) {
        front.add(points.get(head.point()));
        return OptionalInt.of(head.point());
      }
      bound(head.point());
    }
    return OptionalInt.empty();
  }

  private void bound(int point) {
    double gain = Hypervolume.gain(points.get(point), front);
    if (gain > LEAST_GAIN) {
      queue.add(new Bound(point, gain, front.size()));
    }
  }

  /** What a point added to a front of that size. */
  private record Bound(int point, double gain, int frontSize) {}
}
