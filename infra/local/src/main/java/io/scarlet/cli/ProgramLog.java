package io.scarlet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the libraries of this process log: not to the terminal, so that it stays readable. */
final class ProgramLog {

  private ProgramLog() {}

  /** Drops all of it from now on: what fails, the command tells by itself. */
  static void toNowhere() {
    LogManager.getLogManager().reset();
  }

  /** Sends everything of interest to the file from now on. */
  static void to(Path file) throws IOException {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    // A pattern, in which a percent sign has a meaning.
    FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), true);
    handler.setFormatter(new SimpleFormatter());
    root.addHandler(handler);
  }
}
