package io.scarlet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that goes with its owner. */
record ScratchFolder(Path path) implements AutoCloseable {

  static ScratchFolder create(String purpose) {
    try {
      return new ScratchFolder(Files.createTempDirectory("scarlet-" + purpose + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for " + purpose, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + path, e);
    }
  }
}
