package io.scarlet.study.supernet;

import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.TrainingFacts;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.SupernetTraining;
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
   */
  public Trained get(long seed, Pictures pictures) throws IOException {
    Supernet supernet = new Supernet(settings.space(), settings.training().skip(), seed, backend);
    if (settings.checkpoint().isPresent()) {
      return new Trained(supernet, SafetensorsFile.read(settings.checkpoint().get()));
    }
    long step = 0;
    if (folder.hasSupernet(seed)) {
      SupernetCheckpoint kept = folder.supernet(seed);
      kept.restore(supernet);
      step = TrainingFacts.of(kept).step();
    }
    try (SupernetTraining training =
        new SupernetTraining(
            supernet,
            settings.training(),
            pictures.splits().train(),
            pictures.normalization(),
            seed,
            step)) {
      train(supernet, training, seed);
    }
    return new Trained(supernet, folder.supernet(seed));
  }

  private void train(Supernet supernet, SupernetTraining training, long seed) throws IOException {
    Progress.Work work = progress.begin(training.step(), training.steps());
    while (!training.isComplete()) {
      StepReport report = training.advance();
      if (work.isDue(report.step())) {
        work.say(report.step(), line(training, seed, report, work));
      }
      if (training.step() % training.stepsPerEpoch() == 0) {
        TrainingFacts facts =
            new TrainingFacts(
                STUDY, settings.spaceText(), settings.training().skip(), seed, training.step());
        folder.keep(seed, SupernetCheckpoint.of(supernet, facts.toMap()));
      }
    }
  }

  private String line(SupernetTraining training, long seed, StepReport report, Progress.Work work) {
    return "supernet of seed %d: epoch %d of %d, step %d of %d, loss %.3f, accuracy %.1f %%, %.0f pictures/s"
        .formatted(
            seed,
            report.epoch(),
            settings.training().epochs(),
            report.step(),
            training.steps(),
            report.loss(),
            100 * report.accuracy(),
            work.pace(report.step()) * settings.training().batch() * report.paths());
  }
}
