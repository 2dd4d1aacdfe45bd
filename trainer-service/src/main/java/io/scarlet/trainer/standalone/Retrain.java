package io.scarlet.trainer.standalone;

import io.scarlet.events.FinalistChosen;
import io.scarlet.schemas.kafka.ReadingLimits;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.standalone.StandaloneTraining;
import io.scarlet.supernet.standalone.io.TrainingFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Trains one network by itself, with this service's code and one thread a processor. It needs
 * neither broker nor registry, and no CDI. Started again, it goes on from the last whole epoch.
 */
public final class Retrain {

  private Retrain() {}

  /**
   * Runs the program.
   *
   * @param arguments an Avro container file with one {@code FinalistChosen}, and the folder for
   *     checkpoint and model
   */
  public static void main(String[] arguments) {
    Outcome.end(() -> run(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private static void run(Path event, Path folder) throws IOException, DataFormatException {
    Assignment assignment = FinalistAssignment.withHash(FinalistAssignment.of(read(event)));
    DataSplits data = assignment.data().open(assignment.network(), assignment.seed());
    ProgressLines lines = new ProgressLines(assignment.recipe().training(), System.err);
    try (TrainingFolder at = TrainingFolder.take(folder, lines::epoch);
        ConfiguredBackend backend =
            new ConfiguredBackend(
                InstalledBackends.onClassPath(),
                BackendChoice.AUTO,
                Runtime.getRuntime().availableProcessors())) {
      at.write(
          new StandaloneTraining(assignment, data, backend.open())
              .run(at, lines::step, () -> false)
              .orElseThrow());
    } catch (CheckpointMismatchException another) {
      throw new IllegalArgumentException(
          folder + ": " + another.getMessage() + "; name another folder by --output", another);
    }
  }

  private static FinalistChosen read(Path event) throws IOException {
    ReadingLimits.apply();
    try (DataFileReader<FinalistChosen> in =
        new DataFileReader<>(event.toFile(), new SpecificDatumReader<>(FinalistChosen.class))) {
      return in.next();
    }
  }
}
