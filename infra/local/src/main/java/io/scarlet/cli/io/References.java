package io.scarlet.cli.io;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.PastCheckpoint;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.supernet.checkpoint.Artifact;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a log refers to and its readers need: weights that gave scores, and models. Where a training
 * stood on its way only served the trainer.
 *
 * @param byEntry the artifacts by their names within an archive, {@code store/} and the name of the
 *     file
 */
record References(Map<String, Artifact> byEntry) {

  /**
   * Finds them.
   *
   * @throws LogUnreadable where an event refers to something that is named after no hash of it
   */
  static References of(RecordedLog log) {
    Map<String, Artifact> byEntry = new TreeMap<>();
    log.events().stream()
        .flatMap(
            logged ->
                switch (logged.event()) {
                  case CheckpointPublished published -> Stream.of(published.getArtifact());
                  case SearchRequested request -> shared(request);
                  case ModelTrained trained -> trained.getArtifacts().stream();
                  default -> Stream.<ArtifactReference>empty();
                })
        .forEach(reference -> byEntry.put("store/" + fileName(reference), artifact(reference)));
    return new References(byEntry);
  }

  /**
   * The weights that a fork shares with its parent; none where a request is no fork's.
   *
   * @throws LogUnreadable where one of them is named after no hash of it
   */
  static References of(SearchRequested request) {
    Map<String, Artifact> byEntry = new TreeMap<>();
    shared(request)
        .forEach(reference -> byEntry.put("store/" + fileName(reference), artifact(reference)));
    return new References(byEntry);
  }

  private static Stream<ArtifactReference> shared(SearchRequested request) {
    return Stream.ofNullable(request.getPast())
        .flatMap(past -> past.getCheckpoints().stream())
        .map(PastCheckpoint::getArtifact);
  }

  private static Artifact artifact(ArtifactReference reference) {
    return new Artifact(reference.getUri(), reference.getSha256(), reference.getSize());
  }

  private static String fileName(ArtifactReference reference) {
    String uri = reference.getUri();
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    if (!reference.getSha256().matches("[0-9a-f]{64}")
        || reference.getSize() < 0
        || !name.matches(reference.getSha256() + "(\\.[a-z0-9]{1,20})?")) {
      throw new LogUnreadable(
          "the log refers to '%s', whose name is not its SHA-256 '%s'"
              .formatted(uri, reference.getSha256()));
    }
    return name;
  }
}
