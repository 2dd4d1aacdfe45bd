package io.scarlet.supernet.standalone.io;

import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.standalone.Checkpoints;
import io.scarlet.supernet.standalone.EpochReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder of one training: its newest checkpoint, and in the end its model. Each file is whole
 * or not there.
 *
 * @param folder exists
 * @param listener told of each epoch once it is kept
 */
public record TrainingFolder(Path folder, Consumer<EpochReport> listener) implements Checkpoints {

  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final String MODEL = "model.safetensors";

  @Override
  public Optional<SupernetCheckpoint> newest() throws IOException {
    Path file = folder.resolve(CHECKPOINT);
    return Files.exists(file) ? Optional.of(SafetensorsFile.read(file)) : Optional.empty();
  }

  @Override
  public void keep(SupernetCheckpoint checkpoint, EpochReport epoch) throws IOException {
    write(checkpoint, CHECKPOINT);
    listener.accept(epoch);
  }

  /**
   * Writes the model.
   *
   * @throws IOException if it cannot be written
   */
  public void write(TrainedModel model) throws IOException {
    write(model.stored(), MODEL);
  }

  private void write(SupernetCheckpoint content, String name) throws IOException {
    Path draft = folder.resolve("." + name + ".part");
    try {
      SafetensorsFile.write(content, draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
