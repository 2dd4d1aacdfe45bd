package io.scarlet.cli;

import io.scarlet.request.RequestRefused;
import picocli.CommandLine.Option;

/** How many processes score. */
final class Evaluators {

  private static final int MOST = 48;

  @Option(
      names = "--evaluators",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Processes that score candidates. Default: 1. The result does not depend on it.")
  private int count;

  Evaluators() {}

  /**
   * So many.
   *
   * @throws RequestRefused where they are too few or too many
   */
  int count() {
    if (count < 1 || count > MOST) {
      throw new RequestRefused("--evaluators %d: it is 1 to %d".formatted(count, MOST));
    }
    return count;
  }
}
