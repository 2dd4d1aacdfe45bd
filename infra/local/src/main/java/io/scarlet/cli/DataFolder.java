package io.scarlet.cli;

import io.scarlet.cli.request.RequestRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of pictures that a person named. */
final class DataFolder {

  private DataFolder() {}

  /**
   * Its absolute path, which is the same for all processes.
   *
   * @throws RequestRefused where it is no folder, or there is nothing in it
   */
  static String checked(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RequestRefused("--data " + folder + ": there is no such folder");
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isEmpty()) {
        throw new RequestRefused("--data " + folder + ": the folder is empty");
      }
    } catch (IOException unreadable) {
      throw new RequestRefused("--data " + folder + ": cannot be read");
    }
    return folder.toAbsolutePath().normalize().toString();
  }
}
