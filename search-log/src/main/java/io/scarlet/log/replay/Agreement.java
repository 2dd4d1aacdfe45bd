package io.scarlet.log.replay;

import java.util.Optional;

/**
 * What came of comparing scores that were made again with recorded ones.
 *
 * @param equal candidates whose accuracy and loss are the same, bit for bit
 * @param different the others
 * @param timed candidates whose latency was measured then; it is neither measured again nor
 *     compared
 * @param largestAccuracy the largest difference of two accuracies
 * @param largestLoss the same of losses; infinite where only one side has a loss
 * @param first the first candidate that differs, with both scores; empty where none does
 */
public record Agreement(
    int equal,
    int different,
    int timed,
    double largestAccuracy,
    double largestLoss,
    Optional<String> first) {

  /** Whether all are equal. */
  public boolean complete() {
    return different == 0;
  }
}
