package io.scarlet.evolution.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How lonely a point is in its front: for each objective the distance between its two neighbours as
 * a share of the front's extent, summed (Deb et al. 2002, section III-B). The ends are infinitely
 * lonely, so that the extent of a front is never lost.
 */
final class Crowding {

  private Crowding() {}

  /** The distance of each point of one front. */
  static double[] distances(List<Merit> front) {
    double[] distances = new double[front.size()];
    for (int objective = 0; objective < front.getFirst().gains().size(); objective++) {
      add(front, objective, distances);
    }
    return distances;
  }

  private static void add(List<Merit> front, int objective, double[] distances) {
    int[] order =
        IntStream.range(0, front.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> gain(front, i, objective)))
            .mapToInt(Integer::intValue)
            .toArray();
    int last = order.length - 1;
    double extent = gain(front, order[last], objective) - gain(front, order[0], objective);
    distances[order[0]] = Double.POSITIVE_INFINITY;
    distances[order[last]] = Double.POSITIVE_INFINITY;
    if (extent == 0) {
      return;
    }
    for (int i = 1; i < last; i++) {
      double gap = gain(front, order[i + 1], objective) - gain(front, order[i - 1], objective);
      distances[order[i]] += gap / extent;
    }
  }

  private static double gain(List<Merit> front, int point, int objective) {
    return front.get(point).gains().get(objective);
  }
}
