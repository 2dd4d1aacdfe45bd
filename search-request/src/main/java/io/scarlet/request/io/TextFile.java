package io.scarlet.request.io;

import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person named. */
public final class TextFile {

  private TextFile() {}

  /**
   * The whole text.
   *
   * @throws RequestRefused where there is no such file, or no text in it
   */
  public static String read(Path file) {
    if (Files.isDirectory(file)) {
      throw new RequestRefused(file + " is a folder, not a file");
    }
    if (Files.notExists(file)) {
      throw new RequestRefused("there is no file " + file);
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException binary) {
      throw new RequestRefused(file + " is not a text in UTF-8");
    } catch (IOException unreadable) {
      throw new RequestRefused("cannot read " + file + ": " + unreadable.getMessage());
    }
  }
}
