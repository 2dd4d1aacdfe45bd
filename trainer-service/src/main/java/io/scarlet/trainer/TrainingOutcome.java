package io.scarlet.trainer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.data.UnreadablePictureException;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.training.DivergedException;
import java.io.IOException;
import java.util.List;

/** What came of a training. */
sealed interface TrainingOutcome {

  /** It came to its end. */
  record Complete() implements TrainingOutcome {}

  /** Nobody needs it any more. */
  record Stopped() implements TrainingOutcome {}

  /**
   * It cannot be done as it was asked for.
   *
   * @param reason one line for a person
   */
  record Failed(String reason) implements TrainingOutcome {}

  /** All names of outcomes. */
  List<String> NAMES = List.of("complete", "stopped", "failed");

  /** What a metric calls it, one of {@link #NAMES}. */
  default String name() {
    return switch (this) {
      case Complete() -> "complete";
      case Stopped() -> "stopped";
      case Failed(var _) -> "failed";
    };
  }

  /** A training. */
  @FunctionalInterface
  interface Work {

    /**
     * Trains to the end, or until nobody needs it any more.
     *
     * @return whether it came to its end
     */
    boolean train(Backend backend) throws DataFormatException, ArtifactException, IOException;
  }

  /** Trains when it is its turn. A failure that no other request mends is thrown on. */
  static TrainingOutcome of(
      TrainingBackend backend, TrainerTelemetry telemetry, Training training, Work work) {
    try (TrainingBackend.Turn turn = backend.turn();
        var _ = telemetry.computing(training)) {
      return work.train(turn.backend()) ? new Complete() : new Stopped();
    } catch (DataFormatException
        | ArtifactException
        | IOException
        | IllegalArgumentException
        | CheckpointMismatchException
        | UnreadablePictureException
        | DivergedException e) {
      return new Failed(e.getMessage());
    }
  }
}
