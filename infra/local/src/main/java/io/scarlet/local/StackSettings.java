package io.scarlet.local;

import java.nio.file.Path;

/**
 * How large a stack is and where it keeps its things.
 *
 * @param logs the folder that gets the logs of the processes; exists
 * @param work a folder for the broker's journals and the services' state; made, and gone at the end
 * @param store the folder of the artifact store, which stays
 * @param evaluators how many processes score candidates, at least 1
 * @param trainer whether there is a supernet to train
 */
public record StackSettings(Path logs, Path work, Path store, int evaluators, boolean trainer) {

  public StackSettings {
    if (evaluators < 1) {
      throw new IllegalArgumentException("a search needs at least 1 evaluator, got " + evaluators);
    }
  }
}
