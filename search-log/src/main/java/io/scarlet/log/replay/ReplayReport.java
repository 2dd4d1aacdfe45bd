package io.scarlet.log.replay;

import java.util.Optional;

/**
 * What came of a replay.
 *
 * @param searchId of the search
 * @param complete whether the search had come to its end
 * @param facts that were folded
 * @param uncounted facts in the log that did not count: duplicates, late scores, and those that a
 *     search which was cut off had not folded yet
 * @param candidates proposals that are equal, byte for byte
 * @param generations the same of completed generations
 * @param finalists the same of networks chosen for training by themselves
 * @param open decisions that only the log or only the replay has, since the log was cut off; 0 for
 *     a complete one
 * @param difference the first, one line; empty where there is none
 */
public record ReplayReport(
    String searchId,
    boolean complete,
    int facts,
    int uncounted,
    int candidates,
    int generations,
    int finalists,
    int open,
    Optional<String> difference) {

  /** Whether everything that could be compared is equal. */
  public boolean equal() {
    return difference.isEmpty();
  }
}
