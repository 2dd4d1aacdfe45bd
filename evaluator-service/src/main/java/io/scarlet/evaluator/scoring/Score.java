package io.scarlet.evaluator.scoring;

import java.util.OptionalDouble;

/**
 * How good a candidate is.
 *
 * @param accuracy share of pictures classed rightly, 0 to 1
 * @param loss mean cross entropy, at least 0, where it is known
 * @param latency milliseconds that the network by itself takes for a batch, where it was measured
 */
public record Score(double accuracy, OptionalDouble loss, OptionalDouble latency) {

  public Score {
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException("an accuracy lies in 0 to 1, got " + accuracy);
    }
    if (loss.isPresent() && !(loss.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("a loss is at least 0, got " + loss.getAsDouble());
    }
    if (latency.isPresent() && !(latency.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a latency is above 0, got " + latency.getAsDouble());
    }
  }
}
