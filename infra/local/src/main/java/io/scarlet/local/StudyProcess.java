package io.scarlet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A study in a virtual machine of its own.
 *
 * @param installation where it lies
 */
public record StudyProcess(Installation installation) {

  private static final String MAIN = "io.scarlet.study.Study";
  private static final String MEMORY = "2g";

  /**
   * Makes a study.
   *
   * @param kind of study
   * @param settings the file that has them
   * @param output the folder that gets its results, and keeps what a later run goes on from
   * @param threads that compute
   * @param json whether the results are printed as a line of JSON rather than as text
   * @return its exit code
   */
  public int run(String kind, Path settings, Path output, int threads, boolean json)
      throws IOException, InterruptedException {
    return new ComputingProcess(installation.studyClassPath(), MAIN, MEMORY)
        .run(
            List.of(
                kind,
                settings.toString(),
                output.toString(),
                String.valueOf(threads),
                json ? "json" : "text"));
  }
}
