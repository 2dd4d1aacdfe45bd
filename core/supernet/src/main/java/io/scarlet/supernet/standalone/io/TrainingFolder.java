package io.scarlet.supernet.standalone.io;

import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.FolderClaim;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.standalone.Checkpoints;
import io.scarlet.supernet.standalone.EpochReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder of one training: its newest checkpoint, and in the end its model. Each file is whole
 * or not there, and one training at a time writes them.
 */
public final class TrainingFolder implements Checkpoints, AutoCloseable {

  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final String MODEL = "model.safetensors";

  private final Path folder;
  private final FolderClaim claim;
  private final Consumer<EpochReport> listener;

  private TrainingFolder(Path folder, FolderClaim claim, Consumer<EpochReport> listener) {
    this.folder = folder;
    this.claim = claim;
    this.listener = listener;
  }

  /**
   * Takes a folder, which is made where there is none. The operating system gives it back when the
   * process is gone, however it went.
   *
   * @param listener told of each epoch once it is kept
   * @throws IOException if another training has it, or it cannot be written to
   */
  public static TrainingFolder take(Path folder, Consumer<EpochReport> listener)
      throws IOException {
    Files.createDirectories(folder);
    FolderClaim claim =
        FolderClaim.of(folder)
            .orElseThrow(
                () ->
                    new IOException(
                        "another training runs in "
                            + folder
                            + ": wait for its end, or name another folder"));
    return new TrainingFolder(folder, claim, listener);
  }

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
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path write(TrainedModel model) throws IOException {
    return write(model.stored(), MODEL);
  }

  private Path write(SupernetCheckpoint content, String name) throws IOException {
    Path file = folder.resolve(name);
    WholeFile.write(file, draft -> SafetensorsFile.write(content, draft));
    return file;
  }

  @Override
  public void close() throws IOException {
    claim.close();
  }
}
