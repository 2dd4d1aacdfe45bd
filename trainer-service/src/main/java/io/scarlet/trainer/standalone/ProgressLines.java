package io.scarlet.trainer.standalone;

import io.scarlet.supernet.standalone.EpochReport;
import io.scarlet.supernet.training.EpochFigures;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** How far a training is, for people: a line an epoch, and within long epochs one now and then. */
final class ProgressLines {

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final TrainingSettings settings;
  private final PrintStream out;
  private final EpochFigures figures = new EpochFigures();
  private long pictures;
  private long since = System.nanoTime();

  ProgressLines(TrainingSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  void step(StepReport report) {
    figures.add(report);
    pictures += settings.batch();
    if (System.nanoTime() - since >= INTERVAL) {
      line(report.epoch(), ", step " + report.step(), figures.loss(), figures.accuracy());
    }
  }

  void epoch(EpochReport report) {
    line(report.epoch(), "", report.loss(), report.accuracy());
  }

  private void line(int epoch, String step, double loss, double accuracy) {
    double seconds = (System.nanoTime() - since) / 1e9;
    out.println(
        String.format(
            Locale.ROOT,
            "training: epoch %d of %d%s, loss %.3f, accuracy %.1f %%, %.0f pictures/s",
            epoch,
            settings.epochs(),
            step,
            loss,
            100 * accuracy,
            pictures / seconds));
    figures.reset();
    pictures = 0;
    since = System.nanoTime();
  }
}
