package io.scarlet.bench.report;

import java.util.Arrays;

/**
 * How long one side took, milliseconds a step.
 *
 * @param median of all steps
 * @param least of all steps: what the machine does when nobody disturbs it
 */
public record Times(double median, double least) {

  /** Of single steps, milliseconds each. */
  public static Times of(double[] milliseconds) {
    return new Times(Median.of(milliseconds), Arrays.stream(milliseconds).min().orElseThrow());
  }
}
