package io.scarlet.local;

import java.nio.file.Path;

/**
 * How large a stack is and where it keeps its things.
 *
 * @param logs the folder that gets the logs of the processes; made where it is missing
 * @param work the folder of the broker's journals, the schemas and the services' state; made where
 *     it is missing
 * @param store the folder of the artifact store, which stays
 * @param kept whether the working folder stays, so that the next stack on it goes on with
 *     everything; otherwise it is gone at the end
 * @param evaluators how many processes score candidates; 0 where the scores are there already
 * @param trainer whether there is something to train: a supernet, or finalists
 */
public record StackSettings(
    Path logs, Path work, Path store, boolean kept, int evaluators, boolean trainer) {

  public StackSettings {
    if (evaluators < 0) {
      throw new IllegalArgumentException("there are no fewer evaluators than 0, got " + evaluators);
    }
  }

  /**
   * A stack that leaves its logs and its artifact store behind, in one folder.
   *
   * @param folder of both
   * @param evaluators how many processes score candidates
   * @param trainer whether there is something to train
   */
  public static StackSettings passing(Path folder, int evaluators, boolean trainer) {
    return new StackSettings(
        folder.resolve("logs"),
        folder.resolve("work"),
        folder.resolve("store"),
        false,
        evaluators,
        trainer);
  }

  /**
   * A stack for any search that keeps everything in one folder.
   *
   * @param data the folder
   * @param evaluators how many processes score candidates, at least 1
   */
  public static StackSettings kept(Path data, int evaluators) {
    Path folder = data.toAbsolutePath().normalize();
    return new StackSettings(
        folder.resolve("logs"), folder, folder.resolve("store"), true, evaluators, true);
  }
}
