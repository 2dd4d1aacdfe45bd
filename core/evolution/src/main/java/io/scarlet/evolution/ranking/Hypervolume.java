package io.scarlet.evolution.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The share of the unit cube that points dominate, seen from the origin; greater is better. Exact,
 * by the exclusive volumes of the points one after the other (the WFG algorithm, While, Bradstreet,
 * Barone 2012), with a sweep for two objectives.
 */
public final class Hypervolume {

  private Hypervolume() {}

  /**
   * The volume of the union of the boxes between the origin and each point.
   *
   * @param points all of the same length, each coordinate 0 to 1; none gives 0
   * @return 0 to 1
   */
  public static double of(List<List<Double>> points) {
    for (List<Double> point : points) {
      for (double coordinate : point) {
        if (!(coordinate >= 0 && coordinate <= 1)) {
          throw new IllegalArgumentException("a coordinate lies in 0 to 1, got " + point);
        }
      }
    }
    // Rounding of the sum must not leave the cube.
    return Math.min(1, union(points.stream().map(Hypervolume::array).toList()));
  }

  private static double union(List<double[]> points) {
    List<double[]> front = undominated(points);
    if (front.isEmpty()) {
      return 0;
    }
    int dimensions = front.getFirst().length;
    front.sort(Comparator.comparingDouble((double[] point) -> point[dimensions - 1]).reversed());
    return switch (dimensions) {
      case 1 -> front.getFirst()[0];
      case 2 -> sweep(front);
      default -> exclusives(front);
    };
  }

  /** Points by falling second coordinate, so by rising first. */
  private static double sweep(List<double[]> front) {
    double area = 0;
    double reached = 0;
    for (double[] point : front) {
      area += (point[0] - reached) * point[1];
      reached = point[0];
    }
    return area;
  }

  private static double exclusives(List<double[]> front) {
    double volume = 0;
    for (int i = 0; i < front.size(); i++) {
      double[] point = front.get(i);
      List<double[]> limited =
          front.subList(i + 1, front.size()).stream().map(other -> least(point, other)).toList();
      volume += box(point) - union(limited);
    }
    return volume;
  }

  private static List<double[]> undominated(List<double[]> points) {
    List<double[]> front = new ArrayList<>();
    for (double[] point : points) {
      if (front.stream().noneMatch(kept -> covers(kept, point))) {
        front.removeIf(kept -> covers(point, kept));
        front.add(point);
      }
    }
    return front;
  }

  private static boolean covers(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      if (one[i] < other[i]) {
        return false;
      }
    }
    return true;
  }

  private static double[] least(double[] one, double[] other) {
    double[] least = new double[one.length];
    for (int i = 0; i < least.length; i++) {
      least[i] = Math.min(one[i], other[i]);
    }
    return least;
  }

  private static double box(double[] point) {
    double volume = 1;
    for (double coordinate : point) {
      volume *= coordinate;
    }
    return volume;
  }

  private static double[] array(List<Double> point) {
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
