package io.scarlet.local.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a folder alone. The operating system takes it back when the process is gone,
 * however it went, so that nothing stale is left in the way.
 */
public final class FolderLock implements AutoCloseable {

  private static final String FILE = "lock";

  /**
   * What this process has: the system's locks are a process's, and closing any channel to the file
   * would give them back.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @param folder absolute; exists
   * @throws ProcessFailure where somebody has it, or it cannot be written to
   */
  public static FolderLock take(Path folder) {
    if (!HELD.add(folder)) {
      throw taken(folder, String.valueOf(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(folder, locked(folder));
    } catch (IOException refused) {
      HELD.remove(folder);
      throw new ProcessFailure("cannot lock " + folder + ": " + refused.getMessage(), refused);
    } catch (ProcessFailure refused) {
      HELD.remove(folder);
      throw refused;
    }
  }

  /** Whether somebody has the folder now; nobody has one that is not there. */
  public static boolean isTaken(Path folder) {
    Path file = folder.resolve(FILE);
    if (HELD.contains(folder)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (IOException none) {
      return false;
    }
  }

  /** The process that has the folder; empty where nobody has. */
  public static Optional<ProcessHandle> owner(Path folder) {
    if (!isTaken(folder)) {
      return Optional.empty();
    }
    try {
      String owner = Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8).strip();
      return ProcessHandle.of(Long.parseLong(owner));
    } catch (IOException | NumberFormatException leaving) {
      return Optional.empty();
    }
  }

  /** Gives the folder back. */
  @Override
  public synchronized void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException kept) {
      throw new ProcessFailure("cannot unlock " + folder + ": " + kept.getMessage(), kept);
    } finally {
      HELD.remove(folder);
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw taken(folder, Files.readString(file, StandardCharsets.UTF_8).strip());
    }
    channel.truncate(0);
    String owner = ProcessHandle.current().pid() + System.lineSeparator();
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static ProcessFailure taken(Path folder, String owner) {
    return new ProcessFailure(
        "a stack runs on %s already, as process %s: stop it first, or name another folder"
            .formatted(folder, owner));
  }
}
