package io.scarlet.cli;

import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.RequestRefused;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A look at the pictures before anything starts, so that a wrong folder costs a second and not a
 * minute.
 */
final class DataFolder {

  private DataFolder() {}

  /**
   * Reads the data set where that is quick. A folder with one file a picture takes long to read, so
   * the trainer alone reads it.
   *
   * @throws RequestRefused where it is missing, damaged, or does not fit the search space
   */
  static void check(SearchRequested request) {
    String set = request.getData().getSet();
    if (request.getEvaluation().getSource() == ScoreSource.TABLE
        || set.equals(DataSets.EXCERPT)
        || holdsFoldersOnly(Path.of(set))) {
      return;
    }
    try {
      DataSets.open(
          set,
          SearchSpaceYaml.read(request.getSpace()),
          request.getData().getValidationPictures(),
          request.getSeed());
    } catch (DataFormatException unusable) {
      throw new RequestRefused(unusable.getMessage());
    }
  }

  private static boolean holdsFoldersOnly(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      List<Path> found = content.toList();
      return !found.isEmpty() && found.stream().allMatch(Files::isDirectory);
    } catch (IOException missing) {
      return false;
    }
  }
}
