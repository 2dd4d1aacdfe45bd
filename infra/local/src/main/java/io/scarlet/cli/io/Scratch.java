package io.scarlet.cli.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what nobody needs afterwards.
 *
 * @param folder that goes when this is closed
 */
public record Scratch(Path folder) implements AutoCloseable {

  /** A new one. */
  public static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("scarlet-"));
  }

  /** The place of a file in it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
