package io.scarlet.supernet.checkpoint.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A folder that one process works in at a time. The operating system takes it back when that
 * process is gone, however it went.
 */
public final class FolderClaim implements AutoCloseable {

  /** The file that says so, which stays. */
  public static final String FILE = "lock";

  private final FileChannel channel;

  private FolderClaim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Claims a folder.
   *
   * @param folder that exists
   * @return empty where somebody has it, this process included
   * @throws IOException where it cannot be written to
   */
  public static Optional<FolderClaim> of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locks(channel)) {
      return Optional.of(new FolderClaim(channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
