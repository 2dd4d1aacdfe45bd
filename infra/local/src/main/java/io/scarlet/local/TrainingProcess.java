package io.scarlet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The trainer's way to train one network by itself, in a virtual machine of its own and without a
 * stack.
 *
 * @param installation where it lies
 */
public record TrainingProcess(Installation installation) {

  private static final String MAIN = "io.scarlet.trainer.standalone.Retrain";
  private static final String MEMORY = "2g";

  /**
   * Trains a network to the end.
   *
   * @param finalist the file of the event that asks for it
   * @param folder that gets its checkpoints and the model
   * @return its exit code
   */
  public int run(Path finalist, Path folder) throws IOException, InterruptedException {
    return new ComputingProcess(installation.trainerClassPath(), MAIN, MEMORY)
        .run(List.of(finalist.toString(), folder.toString()));
  }
}
