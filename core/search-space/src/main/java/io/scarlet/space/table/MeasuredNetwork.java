package io.scarlet.space.table;

import io.scarlet.space.Architecture;
import java.util.List;

/**
 * A network that was trained from scratch, once or more.
 *
 * @param architecture as the table names it
 * @param accuracies test accuracy of each training run in percent, at least one
 * @param params trainable weights, as the table states them
 * @param flops multiply-adds, as the table states them
 */
public record MeasuredNetwork(
    Architecture architecture, List<Double> accuracies, long params, long flops) {

  public MeasuredNetwork {
    accuracies = List.copyOf(accuracies);
    if (accuracies.isEmpty()) {
      throw new IllegalArgumentException(architecture + " has no accuracy");
    }
    for (double accuracy : accuracies) {
      if (!(accuracy >= 0 && accuracy <= 100)) {
        throw new IllegalArgumentException(
            "an accuracy lies in 0 to 100 percent, got " + accuracy + " for " + architecture);
      }
    }
  }

  /** The mean over the training runs, in percent. */
  public double meanAccuracy() {
    return accuracies.stream().mapToDouble(Double::doubleValue).sum() / accuracies.size();
  }
}
