package io.scarlet.trainer;

import io.scarlet.events.TrainingProgressed;
import io.scarlet.supernet.training.EpochFigures;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.TrainingSettings;
import java.time.Duration;

/** The training curve, a point about every second and one at the end of each epoch. */
final class ProgressReports {

  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final String searchId;
  private final long steps;
  private final TrainingSettings settings;
  private final TrainingLog log;
  private final EpochFigures figures = new EpochFigures();
  private long pictures;
  private long since = System.nanoTime();

  ProgressReports(String searchId, long steps, TrainingSettings settings, TrainingLog log) {
    this.searchId = searchId;
    this.steps = steps;
    this.settings = settings;
    this.log = log;
  }

  void add(StepReport report) {
    figures.add(report);
    pictures += (long) report.paths() * settings.batch();
    long elapsed = System.nanoTime() - since;
    if (elapsed < INTERVAL && report.step() < steps) {
      return;
    }
    log.publish(
        TrainingProgressed.newBuilder()
            .setSearchId(searchId)
            .setStep(report.step())
            .setSteps(steps)
            .setEpoch(report.epoch())
            .setEpochs(settings.epochs())
            .setLoss(figures.loss())
            .setAccuracy(figures.accuracy())
            .setLearningRate(report.learningRate())
            .setPicturesPerSecond(pictures * 1e9 / elapsed)
            .build());
    figures.reset();
    pictures = 0;
    since = System.nanoTime();
  }
}
