package io.scarlet.cli.view;

import java.io.Console;
import java.util.Optional;

/** Whether a person watches. */
public final class Terminal {

  private Terminal() {}

  /** Whether the program runs in a terminal, rather than in a pipe or a job. */
  public static boolean isPresent() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
