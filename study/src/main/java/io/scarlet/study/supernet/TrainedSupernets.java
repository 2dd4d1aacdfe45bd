package io.scarlet.study.supernet;

import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.settings.Origin;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.TrainingFacts;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;

/**
 * Trains the supernets of a study. After each epoch a checkpoint is kept in the folder, so that a
 * training that was cut off goes on from there, and ends with the same bits.
 */
public final class TrainedSupernets {

  private static final String STUDY = "study";

  private final SupernetSettings settings;
  private final StudyFolder folder;
  private final Backend backend;
  private final Progress progress;

  /**
   * The supernets of these settings.
   *
   * @param folder that keeps them
   */
  public TrainedSupernets(
      SupernetSettings settings, StudyFolder folder, Backend backend, Progress progress) {
    this.settings = settings;
    this.folder = folder;
    this.backend = backend;
    this.progress = progress;
  }

  /**
   * A trained supernet, with what it remembers.
   *
   * @param supernet for scoring; what its batch norms remember may be lost
   * @param checkpoint gives it back
   */
  public record Trained(Supernet supernet, SupernetCheckpoint checkpoint) {

    /** Makes the supernet as it was after its training. */
    public Supernet restored() {
      checkpoint.restoreForScoring(supernet);
      return supernet;
    }
  }

  /**
   * The supernet of a seed.
   *
   * @throws IOException if a checkpoint cannot be read or written
   * @throws io.scarlet.supernet.training.DivergedException if its training fails
   */
  public Trained get(long seed, Pictures pictures) throws IOException {
    Supernet supernet = new Supernet(settings.space(), settings.origin().skip(), seed, backend);
    return new Trained(
        supernet,
        switch (settings.origin()) {
          case Origin.Checkpoint checkpoint -> SafetensorsFile.read(checkpoint.file());
          case Origin.Training training -> {
            train(supernet, training.settings(), seed, pictures);
            yield folder.supernet(seed);
          }
        });
  }

  private void train(Supernet supernet, TrainingSettings how, long seed, Pictures pictures)
      throws IOException {
    long step = 0;
    if (folder.hasSupernet(seed)) {
      SupernetCheckpoint kept = folder.supernet(seed);
      kept.restore(supernet);
      step = TrainingFacts.of(kept).step();
    }
    try (SupernetTraining training =
        new SupernetTraining(
            supernet, how, pictures.splits().train(), pictures.normalization(), seed, step)) {
      Progress.Work work = progress.begin(step, training.steps());
      while (!training.isComplete()) {
        StepReport report = training.advance();
        if (work.isDue(report.step())) {
          work.say(report.step(), line(how, training.steps(), seed, report, work));
        }
        if (training.step() % training.stepsPerEpoch() == 0) {
          keep(supernet, seed, training.step());
        }
      }
    }
  }

  private void keep(Supernet supernet, long seed, long step) throws IOException {
    TrainingFacts facts =
        new TrainingFacts(STUDY, settings.spaceText(), settings.origin().skip(), seed, step);
    folder.keep(seed, SupernetCheckpoint.of(supernet, facts.toMap()));
  }

  private static String line(
      TrainingSettings how, long steps, long seed, StepReport report, Progress.Work work) {
    return "supernet of seed %d: epoch %d of %d, step %d of %d, loss %.3f, accuracy %.1f %%, %.0f pictures/s"
        .formatted(
            seed,
            report.epoch(),
            how.epochs(),
            report.step(),
            steps,
            report.loss(),
            100 * report.accuracy(),
            work.pace(report.step()) * how.batch() * report.paths());
  }
}
