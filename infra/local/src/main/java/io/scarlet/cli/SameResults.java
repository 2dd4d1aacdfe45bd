package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.io.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether two runs of one search came to the same: front, candidates, and trained weights. */
final class SameResults {

  private static final List<String> FILES = List.of("front.json", "evaluated.csv");

  private SameResults() {}

  /**
   * The first difference, as one line; empty where there is none.
   *
   * @param one folder of results
   * @param other another
   * @throws IOException where a file cannot be read
   */
  static Optional<String> difference(Path one, Path other) throws IOException {
    for (String name : FILES) {
      Optional<String> found = difference(name, one.resolve(name), other.resolve(name));
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<String> weights = weights(one);
    Optional<String> others = weights(other);
    return weights.equals(others)
        ? Optional.empty()
        : Optional.of(
            "the trained weights: %s instead of %s"
                .formatted(others.orElse("none"), weights.orElse("none")));
  }

  private static Optional<String> difference(String name, Path one, Path other) throws IOException {
    List<String> lines = Files.readAllLines(one);
    List<String> others = Files.readAllLines(other);
    for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
      if (!lines.get(i).equals(others.get(i))) {
        return Optional.of(
            "%s, line %d: '%s' instead of '%s'"
                .formatted(name, i + 1, others.get(i).strip(), lines.get(i).strip()));
      }
    }
    return lines.size() == others.size()
        ? Optional.empty()
        : Optional.of("%s: %d lines instead of %d".formatted(name, others.size(), lines.size()));
  }

  /** The SHA-256 of the last checkpoint; empty where nothing was trained. */
  private static Optional<String> weights(Path folder) throws IOException {
    return LogFile.read(ResultFolder.log(folder)).events().stream()
        .map(LoggedEvent::event)
        .filter(CheckpointPublished.class::isInstance)
        .map(CheckpointPublished.class::cast)
        .filter(CheckpointPublished::getLast)
        .map(checkpoint -> checkpoint.getArtifact().getSha256())
        .findFirst();
  }
}
