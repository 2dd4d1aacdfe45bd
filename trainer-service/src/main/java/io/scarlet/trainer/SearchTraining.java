package io.scarlet.trainer;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ChoiceCounts;
import io.scarlet.space.SearchableLayer;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.TrainingFacts;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.sampling.ChoiceTally;
import io.scarlet.supernet.training.EpochFigures;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.SupernetTraining;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The training of one search: pictures in, checkpoints and progress out. */
final class SearchTraining {

  private final TrainingRequest request;
  private final ArtifactFile files;
  private final TrainingLog log;
  private final PictureWait pictures;
  private final TrainerTelemetry telemetry;
  private final Supernet supernet;

  SearchTraining(
      TrainingRequest request,
      ArtifactFile files,
      TrainingLog log,
      PictureWait pictures,
      TrainerTelemetry telemetry,
      Backend backend) {
    this.pictures = pictures;
    this.telemetry = telemetry;
    this.request = request;
    this.files = files;
    this.log = log;
    supernet = new Supernet(request.space(), request.settings().skip(), request.seed(), backend);
  }

  /**
   * Trains to the end, or until nobody needs it any more.
   *
   * @param newest where an earlier attempt got to
   * @param stopped asked before each step
   * @return whether it came to its end
   * @throws DataFormatException if the pictures cannot be used
   * @throws ArtifactException if a checkpoint cannot be stored or fetched
   * @throws IOException if a checkpoint cannot be written or read
   */
  boolean run(Optional<CheckpointPublished> newest, BooleanSupplier stopped)
      throws DataFormatException, ArtifactException, IOException {
    DataSets.verify(request.dataSet(), request.dataSha256());
    DataSplits data =
        DataSets.open(
            request.dataSet(), request.space(), request.validationPictures(), request.seed());
    long step = newest.isPresent() ? restore(newest.get()) : 0;
    try (SupernetTraining training =
        new SupernetTraining(
            supernet,
            request.settings(),
            data.train(),
            Normalization.of(data.train()),
            request.seed(),
            step)) {
      return run(training, stopped);
    }
  }

  private boolean run(SupernetTraining training, BooleanSupplier stopped)
      throws ArtifactException, IOException {
    EpochFigures epoch = new EpochFigures();
    ProgressReports progress =
        new ProgressReports(request.searchId(), training.steps(), request.settings(), log);
    while (!training.isComplete()) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      pictures.during(training::awaitPictures);
      StepReport report = training.advance();
      epoch.add(report);
      progress.add(report);
      telemetry.stepped(Training.SUPERNET, report, request.settings());
      if (training.step() % training.stepsPerEpoch() == 0) {
        if (isDue(report.epoch()) || training.isComplete()) {
          publish(training, epoch);
        }
        epoch.reset();
      }
    }
    return true;
  }

  private boolean isDue(int epoch) {
    int every = request.checkpointEveryEpochs();
    return every > 0 && epoch % every == 0;
  }

  private long restore(CheckpointPublished newest) throws ArtifactException, IOException {
    SupernetCheckpoint checkpoint = files.get(newest.getArtifact());
    checkpoint.restore(supernet);
    return TrainingFacts.of(checkpoint).step();
  }

  /** Stores first, then publishes: an event never names what is not there. */
  private void publish(SupernetTraining training, EpochFigures epoch)
      throws ArtifactException, IOException {
    TrainingFacts facts =
        new TrainingFacts(
            request.searchId(),
            request.spaceText(),
            request.settings().skip(),
            request.seed(),
            training.step());
    ArtifactReference artifact = files.put(SupernetCheckpoint.of(supernet, facts.toMap()));
    log.publish(
        CheckpointPublished.newBuilder()
            .setSearchId(request.searchId())
            .setStep(training.step())
            .setEpoch((int) (training.step() / training.stepsPerEpoch()))
            .setLast(training.isComplete())
            .setFormat(ArtifactFile.FORMAT)
            .setArtifact(artifact)
            .setTrainLoss(epoch.loss())
            .setTrainAccuracy(epoch.accuracy())
            .setFairness(
                request.space().layers().stream()
                    .map(layer -> counts(layer, training.tally()))
                    .toList())
            .build());
    telemetry.published(Training.SUPERNET);
  }

  private static ChoiceCounts counts(SearchableLayer layer, ChoiceTally tally) {
    return new ChoiceCounts(layer.number(), tally.ofLayer(layer.number()));
  }
}
