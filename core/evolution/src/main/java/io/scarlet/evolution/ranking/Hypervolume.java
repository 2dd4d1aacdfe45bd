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

  /**
   * What a point adds to the volume of others.
   *
   * @param others of the same length as the point, all coordinates 0 to 1
   * @return 0 where one of the others covers it
   */
  static double gain(double[] point, List<double[]> others) {
    List<double[]> limited = new ArrayList<>(others.size());
    for (double[] other : others) {
      if (covers(other, point)) {
        return 0;
      }
      limited.add(least(point, other));
    }
    return Math.max(0, box(point) - union(limited));
  }

  private static double union(List<double[]> points) {
    if (points.isEmpty()) {
      return 0;
    }
    int last = points.getFirst().length - 1;
    List<double[]> front = last == 1 ? new ArrayList<>(points) : undominated(points);
    front.sort(
        Comparator.comparingDouble((double[] point) -> point[last])
            .thenComparingDouble(point -> point[0])
            .reversed());
    return switch (last) {
      case 0 -> front.getFirst()[0];
      case 1 -> sweep(front);
      default -> exclusives(front);
    };
  }

  /** Points by falling second coordinate, of equals the greatest first coordinate first. */
  private static double sweep(List<double[]> points) {
    double area = 0;
    double reached = 0;
    for (double[] point : points) {
      if (point[0] > reached) {
        area += (point[0] - reached) * point[1];
        reached = point[0];
      }
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
