package io.scarlet.backend.reference;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.Arrays;

/** Between features {@code [N, H, W, C]} and one value a channel of a picture, {@code [N, C]}. */
public final class Areas {

  private Areas() {}

  /** The mean of each channel of each picture. */
  public static double[] pool(FeatureMap map, int n, double[] x) {
    double[] y = new double[n * map.channels()];
    for (int i = 0; i < x.length; i++) {
      y[row(map, i)] += x[i] / map.area();
    }
    return y;
  }

  /** The way back of {@link #pool}. */
  public static double[] spread(FeatureMap map, int n, double[] dy) {
    double[] dx = new double[n * Math.toIntExact(map.size())];
    Arrays.setAll(dx, i -> dy[row(map, i)] / map.area());
    return dx;
  }

  /** Features times the gate of their channel; with a gradient, the way back to the features. */
  public static double[] scale(FeatureMap map, double[] x, double[] gate) {
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> x[i] * gate[row(map, i)]);
    return y;
  }

  /** The way back of {@link #scale} to the gate. */
  public static double[] gateGradient(FeatureMap map, int n, double[] x, double[] dy) {
    double[] dGate = new double[n * map.channels()];
    for (int i = 0; i < x.length; i++) {
      dGate[row(map, i)] += dy[i] * x[i];
    }
    return dGate;
  }

  private static int row(FeatureMap map, int index) {
    return index / Math.toIntExact(map.size()) * map.channels() + index % map.channels();
  }
}
