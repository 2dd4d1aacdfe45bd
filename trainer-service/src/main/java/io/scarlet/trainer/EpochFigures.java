package io.scarlet.trainer;

import io.scarlet.supernet.training.StepReport;

/** Means over the steps since the last reset. */
final class EpochFigures {

  private double loss;
  private double accuracy;
  private long steps;

  void add(StepReport report) {
    loss += report.loss();
    accuracy += report.accuracy();
    steps++;
  }

  /** Mean loss; 0 before the first step. */
  double loss() {
    return steps == 0 ? 0 : loss / steps;
  }

  /** Mean accuracy, 0 to 1; 0 before the first step. */
  double accuracy() {
    return steps == 0 ? 0 : accuracy / steps;
  }

  void reset() {
    loss = 0;
    accuracy = 0;
    steps = 0;
  }
}
