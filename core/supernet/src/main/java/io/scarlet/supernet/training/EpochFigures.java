package io.scarlet.supernet.training;

/** Means over the steps since the last reset. */
public final class EpochFigures {

  private double loss;
  private double accuracy;
  private long steps;

  /** One more step. */
  public void add(StepReport report) {
    loss += report.loss();
    accuracy += report.accuracy();
    steps++;
  }

  /** Mean loss; 0 before the first step. */
  public double loss() {
    return steps == 0 ? 0 : loss / steps;
  }

  /** Mean accuracy, 0 to 1; 0 before the first step. */
  public double accuracy() {
    return steps == 0 ? 0 : accuracy / steps;
  }

  /** No step yet. */
  public void reset() {
    loss = 0;
    accuracy = 0;
    steps = 0;
  }
}
