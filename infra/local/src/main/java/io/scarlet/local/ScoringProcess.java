package io.scarlet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The evaluator's way to score, in a virtual machine of its own and without a stack.
 *
 * @param installation where it lies
 */
public record ScoringProcess(Installation installation) {

  private static final String MAIN = "io.scarlet.evaluator.again.ScoreAgain";
  private static final String MEMORY = "2g";

  /**
   * Scores candidates to the last.
   *
   * @param candidates the file of candidates
   * @param scores the file that gets a score for each
   * @param store with the weights
   * @return its exit code
   */
  public int run(Path candidates, Path scores, Path store)
      throws IOException, InterruptedException {
    return new ComputingProcess(installation.evaluatorClassPath(), MAIN, MEMORY)
        .run(
            List.of(
                candidates.toString(),
                scores.toString(),
                store.toAbsolutePath().toUri().toString()));
  }
}
