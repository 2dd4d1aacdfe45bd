package io.scarlet.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One direction of a plot.
 *
 * @param title what is measured, with its unit
 * @param low the least value, a round one
 * @param step from one tick to the next, above 0
 * @param ticks how many, at least 2
 * @param label how a value is written at its tick
 */
public record Axis(String title, double low, double step, int ticks, DoubleFunction<String> label) {

  private static final int WANTED_STEPS = 5;

  /** The least span, relative to the values: doubles of that size still tell its ticks apart. */
  private static final double LEAST_SPAN = 1e-7;

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** An axis with round ticks that holds all of the values. */
  public static Axis around(
      String title, double least, double greatest, DoubleFunction<String> label) {
    double magnitude = Math.max(Math.abs(least), Math.abs(greatest));
    double apart = greatest - least;
    double span = apart > 0 ? Math.max(apart, magnitude * LEAST_SPAN) : Math.max(magnitude, 1) / 10;
    double step = roundStep(span / WANTED_STEPS);
    double low = Math.floor(least / step + 1e-9) * step;
    int ticks = (int) Math.ceil((least + span - low) / step - 1e-9) + 1;
    return new Axis(title, low, step, Math.max(ticks, 2), label);
  }

  private static double roundStep(double rough) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double round : ROUND) {
      if (round * magnitude >= rough) {
        return round * magnitude;
      }
    }
    return 10 * magnitude;
  }

  /** The greatest value, a round one. */
  public double high() {
    return low + step * (ticks - 1);
  }

  /** Where a value lies between the ends, 0 to 1. */
  public double position(double value) {
    return (value - low) / (high() - low);
  }

  /** The values at the ticks. */
  public List<Double> values() {
    List<Double> values = new ArrayList<>(ticks);
    for (int i = 0; i < ticks; i++) {
      values.add(low + i * step);
    }
    return values;
  }
}
