package io.scarlet.supernet.standalone.io;

import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.standalone.Checkpoints;
import io.scarlet.supernet.standalone.EpochReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder of one training: its newest checkpoint, and in the end its model. Each file is whole
 * or not there, and one training at a time writes them.
 */
public final class TrainingFolder implements Checkpoints, AutoCloseable {

  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final String MODEL = "model.safetensors";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel channel;
  private final Consumer<EpochReport> listener;

  private TrainingFolder(Path folder, FileChannel channel, Consumer<EpochReport> listener) {
    this.folder = folder;
    this.channel = channel;
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
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      throw new IOException(
          "another training runs in " + folder + ": wait for its end, or name another folder");
    }
    return new TrainingFolder(folder, channel, listener);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
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
    Path draft = folder.resolve("." + name + ".part");
    try {
      SafetensorsFile.write(content, draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
