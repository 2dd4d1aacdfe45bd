package io.scarlet.trainer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.TrainingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/**
 * What a trainer counts and measures; {@code docs/metrics.md} has it all. Every series is there
 * from the start, so that the first failure is seen as one more. No tag names a search: how far
 * each is, the log tells.
 */
@ApplicationScoped
class TrainerTelemetry {

  private final MeterRegistry meters;
  private final AtomicReference<Optional<Training>> computing =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<TrainingPoint> point = new AtomicReference<>(TrainingPoint.NONE);

  /** Counting in this registry. */
  TrainerTelemetry(MeterRegistry meters) {
    this.meters = meters;
    for (Training training : Training.values()) {
      for (String outcome : TrainingOutcome.NAMES) {
        ended(training, outcome);
      }
      pictures(training);
      checkpoints(training);
      Gauge.builder("scarlet.trainer.computing", () -> isComputing(training) ? 1 : 0)
          .description("Whether such a training computes, 1 or 0")
          .tag("training", training.tag())
          .register(meters);
    }
    pictureWait();
    MeteredStore.register(meters);
    gauge("step", "Step of the training that computes; NaN while none does", TrainingPoint::step);
    gauge("epoch", "Epoch of the training that computes", TrainingPoint::epoch);
    gauge("epochs", "Epochs of the training that computes, in all", TrainingPoint::epochs);
    gauge("loss", "Loss at the last step", TrainingPoint::loss);
    gauge("accuracy", "Accuracy at the last step, 0 to 1", TrainingPoint::accuracy);
  }

  /** Such a training computes until this is closed. */
  Computing computing(Training training) {
    computing.set(Optional.of(training));
    return () -> {
      computing.set(Optional.empty());
      point.set(TrainingPoint.NONE);
    };
  }

  /** A training that computes. */
  @FunctionalInterface
  interface Computing extends AutoCloseable {

    @Override
    void close();
  }

  /** A training made a step. */
  void stepped(Training training, StepReport report, TrainingSettings settings) {
    pictures(training).increment((double) report.paths() * settings.batch());
    point.set(TrainingPoint.of(report, settings));
  }

  /** A checkpoint is on the log. */
  void published(Training training) {
    checkpoints(training).increment();
  }

  /** This came of a training. */
  void ended(Training training, TrainingOutcome outcome) {
    ended(training, outcome.name()).increment();
  }

  /** Measures from now on how long a training waits for pictures. */
  PictureWait pictureWait() {
    return new PictureWait(
        Timer.builder("scarlet.trainer.pictures.wait")
            .description("Time that trainings of supernets waited for pictures")
            .register(meters));
  }

  /** The store with its work metered. */
  ArtifactStore metered(ArtifactStore store) {
    return new MeteredStore(store, meters);
  }

  private boolean isComputing(Training training) {
    return computing.get().filter(training::equals).isPresent();
  }

  private Counter ended(Training training, String outcome) {
    return Counter.builder("scarlet.trainer.trainings")
        .description("Trainings that ended")
        .tags("training", training.tag(), "outcome", outcome)
        .register(meters);
  }

  private Counter pictures(Training training) {
    return Counter.builder("scarlet.trainer.pictures")
        .description("Pictures trained on, each as often as there were paths")
        .tag("training", training.tag())
        .register(meters);
  }

  private Counter checkpoints(Training training) {
    return Counter.builder("scarlet.trainer.checkpoints")
        .description("Checkpoints published")
        .tag("training", training.tag())
        .register(meters);
  }

  private void gauge(String name, String description, ToDoubleFunction<TrainingPoint> value) {
    Gauge.builder("scarlet.trainer." + name, () -> value.applyAsDouble(point.get()))
        .description(description)
        .register(meters);
  }
}
