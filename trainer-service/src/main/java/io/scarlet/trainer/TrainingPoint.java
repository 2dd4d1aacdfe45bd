package io.scarlet.trainer;

import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.TrainingSettings;

/**
 * Where a training is, for those who look on.
 *
 * @param step of the last update, from 1
 * @param epoch of the last update, from 1
 * @param epochs in all
 * @param loss of the last update
 * @param accuracy of the last update, 0 to 1
 */
record TrainingPoint(double step, double epoch, double epochs, double loss, double accuracy) {

  /** Nothing is trained. */
  static final TrainingPoint NONE =
      new TrainingPoint(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  static TrainingPoint of(StepReport report, TrainingSettings settings) {
    return new TrainingPoint(
        report.step(), report.epoch(), settings.epochs(), report.loss(), report.accuracy());
  }
}
