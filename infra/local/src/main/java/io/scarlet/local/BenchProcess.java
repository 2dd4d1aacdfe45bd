package io.scarlet.local;

import java.io.IOException;
import java.util.List;

/**
 * The benchmarks in a virtual machine of their own.
 *
 * @param installation where they lie
 */
public record BenchProcess(Installation installation) {

  private static final String MAIN = "io.scarlet.bench.Bench";
  private static final String MEMORY = "2g";

  /**
   * Runs them to their end.
   *
   * @param arguments what to measure
   * @return their exit code
   */
  public int run(List<String> arguments) throws IOException, InterruptedException {
    return new ComputingProcess(installation.benchClassPath(), MAIN, MEMORY).run(arguments);
  }
}
