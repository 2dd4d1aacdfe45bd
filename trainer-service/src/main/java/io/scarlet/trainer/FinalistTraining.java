package io.scarlet.trainer;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.standalone.Checkpoints;
import io.scarlet.supernet.standalone.EpochReport;
import io.scarlet.supernet.standalone.StandaloneTraining;
import io.scarlet.trainer.standalone.FinalistAssignment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The training of one finalist: pictures in, progress and a model out. */
final class FinalistTraining implements Checkpoints {

  private static final Logger LOG = Logger.getLogger(FinalistTraining.class);

  /** What a crash may cost. It decides where a training goes on, and never what it ends with. */
  private static final long AT_LEAST_APART = Duration.ofMinutes(1).toNanos();

  private final FinalistChosen finalist;
  private final ArtifactFile files;
  private final TrainingLog log;
  private final TrainerTelemetry telemetry;
  private final Optional<ArtifactReference> newest;
  private long kept = System.nanoTime();

  /**
   * A training to be done.
   *
   * @param newest where an earlier attempt got to
   */
  FinalistTraining(
      FinalistChosen finalist,
      ArtifactFile files,
      TrainingLog log,
      TrainerTelemetry telemetry,
      Optional<ArtifactReference> newest) {
    this.finalist = finalist;
    this.files = files;
    this.log = log;
    this.telemetry = telemetry;
    this.newest = newest;
  }

  /**
   * Trains to the end, or until nobody needs it any more.
   *
   * @param stopped asked before each step
   * @return whether it came to its end
   * @throws DataFormatException if the pictures cannot be used
   * @throws ArtifactException if the model cannot be stored
   * @throws IOException if a checkpoint cannot be kept
   */
  boolean run(Backend backend, BooleanSupplier stopped)
      throws DataFormatException, ArtifactException, IOException {
    Assignment assignment = FinalistAssignment.withHash(FinalistAssignment.of(finalist));
    DataSplits data = assignment.data().open(assignment.network(), assignment.seed());
    Optional<TrainedModel> model =
        new StandaloneTraining(assignment, data, backend)
            .run(
                this,
                step -> telemetry.stepped(Training.FINALIST, step, assignment.recipe().training()),
                stopped);
    if (model.isEmpty()) {
      return false;
    }
    Measured test = model.get().facts().test();
    log.publish(
        result(finalist)
            .setTestAccuracy(test.accuracy())
            .setTestLoss(test.loss())
            .setTestPictures(Math.toIntExact(test.pictures()))
            .setArtifacts(List.of(files.put(model.get().stored())))
            .build());
    return true;
  }

  /** What tells that a finalist has no model. */
  static ModelTrained failed(FinalistChosen finalist, String reason) {
    return result(finalist).setTestAccuracy(0).setFailure(reason).build();
  }

  /** Where an earlier attempt got to; without its checkpoint the way is longer, not another. */
  @Override
  public Optional<SupernetCheckpoint> newest() throws IOException {
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(files.get(newest.get()));
    } catch (ArtifactException lost) {
      LOG.warnf("%s: begins anew: %s", finalist.getCandidateId(), lost.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void keep(SupernetCheckpoint checkpoint, EpochReport epoch) throws IOException {
    ModelProgressed.Builder progress =
        ModelProgressed.newBuilder()
            .setSearchId(finalist.getSearchId())
            .setCandidateId(finalist.getCandidateId())
            .setCode(finalist.getCode())
            .setStep(epoch.step())
            .setEpoch(epoch.epoch())
            .setEpochs(epoch.epochs())
            .setLoss(epoch.loss())
            .setAccuracy(epoch.accuracy());
    if (System.nanoTime() - kept > AT_LEAST_APART) {
      progress.setCheckpoint(stored(checkpoint));
      kept = System.nanoTime();
    }
    log.publish(progress.build());
    if (progress.hasCheckpoint()) {
      telemetry.published(Training.FINALIST);
    }
  }

  private ArtifactReference stored(SupernetCheckpoint checkpoint) throws IOException {
    try {
      return files.put(checkpoint);
    } catch (ArtifactException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static ModelTrained.Builder result(FinalistChosen finalist) {
    return ModelTrained.newBuilder()
        .setSearchId(finalist.getSearchId())
        .setCandidateId(finalist.getCandidateId())
        .setCode(finalist.getCode())
        .setCosts(finalist.getCosts())
        .setSupernetAccuracy(finalist.getAccuracy());
  }
}
