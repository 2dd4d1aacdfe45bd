package io.scarlet.supernet.standalone;

import io.scarlet.space.Architecture;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Slot;
import io.scarlet.supernet.model.Classifier;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.training.EpochFigures;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.SupernetTraining;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The training of one network from scratch to the model. It is the training of a supernet that has
 * but one path. A training that is cut off goes on from its newest checkpoint and ends with the
 * same bits.
 *
 * <p>The model has the moving average of the weights where the recipe asks for one. The moments of
 * its batch norms are measured anew on train pictures as they are: what they followed while
 * training were other weights and changed pictures.
 */
public final class StandaloneTraining {

  private static final String STEP = "step";

  private final Assignment assignment;
  private final DataSplits data;
  private final Normalization normalization;
  private final Backend backend;
  private final Supernet network;

  /**
   * A training with fresh weights.
   *
   * @param data what the assignment's data source opens
   * @param backend what computes; it stays the caller's
   * @throws io.scarlet.space.IllegalArchitectureException if the code is none of the space
   */
  public StandaloneTraining(Assignment assignment, DataSplits data, Backend backend) {
    this.assignment = assignment;
    this.data = data;
    this.backend = backend;
    normalization = Normalization.of(data.train());
    network = TrainedModel.untrained(assignment.network(), assignment.seed(), backend);
  }

  /**
   * Trains to the end, or until nobody needs it any more.
   *
   * @param checkpoints where it begins, and where each epoch is kept
   * @param listener told of each step
   * @param stopped asked before each step
   * @return the model; empty if it was stopped
   * @throws IOException if a checkpoint cannot be read or kept
   * @throws CheckpointMismatchException if the newest checkpoint is of another training
   * @throws io.scarlet.supernet.training.DivergedException if the loss is no number any more
   * @throws io.scarlet.supernet.data.UnreadablePictureException if a picture cannot be read
   */
  public Optional<TrainedModel> run(
      Checkpoints checkpoints, Consumer<StepReport> listener, BooleanSupplier stopped)
      throws IOException {
    Optional<SupernetCheckpoint> newest = checkpoints.newest();
    long step = newest.isPresent() ? restore(newest.get()) : 0;
    try (SupernetTraining training =
        new SupernetTraining(
            network,
            assignment.recipe().training(),
            data.train(),
            normalization,
            assignment.seed(),
            step)) {
      EpochFigures figures = new EpochFigures();
      while (!training.isComplete()) {
        if (stopped.getAsBoolean()) {
          return Optional.empty();
        }
        StepReport report = training.advance();
        listener.accept(report);
        figures.add(report);
        if (report.step() % training.stepsPerEpoch() == 0) {
          checkpoints.keep(checkpoint(report.step()), epoch(report, figures));
          figures.reset();
        }
      }
    }
    return Optional.of(model());
  }

  private long restore(SupernetCheckpoint newest) {
    Map<String, String> facts = newest.facts();
    assignment
        .facts()
        .forEach(
            (name, wanted) -> {
              if (!wanted.equals(facts.get(name))) {
                throw new CheckpointMismatchException(
                    "the checkpoint is of another training: its %s is %s, not %s"
                        .formatted(name, facts.getOrDefault(name, "not given"), wanted));
              }
            });
    newest.restore(network);
    return Long.parseLong(facts.get(STEP));
  }

  private SupernetCheckpoint checkpoint(long step) {
    Map<String, String> facts = assignment.facts();
    facts.put(STEP, Long.toString(step));
    return SupernetCheckpoint.of(network, facts);
  }

  private EpochReport epoch(StepReport last, EpochFigures figures) {
    return new EpochReport(
        last.step(),
        last.epoch(),
        assignment.recipe().training().epochs(),
        figures.loss(),
        figures.accuracy());
  }

  private TrainedModel model() {
    Supernet trained =
        TrainedModel.untrained(network.space().withDropout(0), assignment.seed(), backend);
    copyWeights(network.parameters(), trained.parameters());
    Architecture only = trained.space().onlyArchitecture().orElseThrow();
    new MomentMeasurement(data.train(), normalization, assignment.recipe().training().batch())
        .measure(trained, only);
    Classifier classifier = new Classifier(trained, normalization);
    Measured validation = Measured.of("validation", classifier.evaluate(data.validation()));
    boolean tested = data.test().size() > 0;
    return TrainedModel.of(
        trained,
        new ModelFacts(
            assignment.space(),
            assignment.code(),
            assignment.seed(),
            assignment.data(),
            data.train().classes(),
            normalization,
            assignment.recipe().facts(),
            assignment.origin(),
            tested ? Measured.of("test", classifier.evaluate(data.test())) : validation,
            Optional.of(validation)));
  }

  /** Both in the order of the network, which a dropout does not change. */
  private void copyWeights(List<Parameter> from, List<Parameter> to) {
    for (int i = 0; i < to.size(); i++) {
      Parameter trained = from.get(i);
      boolean averaged = trained.slots().contains(Slot.AVERAGE);
      backend.copy(averaged ? trained.slot(Slot.AVERAGE) : trained.value(), to.get(i).value());
    }
  }
}
