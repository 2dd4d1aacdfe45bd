package io.scarlet.study.statistic;

/**
 * Where a figure may lie.
 *
 * @param low lower end
 * @param high upper end, at least the lower
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }
}
