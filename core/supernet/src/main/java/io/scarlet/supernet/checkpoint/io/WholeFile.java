package io.scarlet.supernet.checkpoint.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all. */
public final class WholeFile {

  /** Writes to a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param draft gets it
     * @throws IOException where it cannot be written
     */
    void write(Path draft) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes the content beside its place, then moves it there in one step.
   *
   * @throws IOException where it cannot be written; then there is no file, or still the old one
   */
  public static void write(Path file, Content content) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      content.write(draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * The same with a text.
   *
   * @throws IOException where it cannot be written; then there is no file, or still the old one
   */
  public static void write(Path file, String text) throws IOException {
    write(file, draft -> Files.writeString(draft, text));
  }
}
