package io.scarlet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The trainer's way to measure a model, in a virtual machine of its own and without a stack.
 *
 * @param installation where it lies
 */
public record EvaluationProcess(Installation installation) {

  private static final String MAIN = "io.scarlet.trainer.standalone.Evaluate";
  private static final String MEMORY = "2g";

  /**
   * Measures a model and prints what it found.
   *
   * @param data name or folder of the pictures
   * @param split of the pictures
   * @return its exit code
   */
  public int run(Path model, String data, String split) throws IOException, InterruptedException {
    return new ComputingProcess(installation.trainerClassPath(), MAIN, MEMORY)
        .run(List.of(model.toString(), data, split));
  }
}
