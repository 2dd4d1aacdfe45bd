package io.scarlet.bench.kernel;

import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package. */
public final class KernelRun {

  /** They did not run. */
  public static final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(RunnerException cause) {
      super("the kernels were not measured: " + cause.getMessage(), cause);
    }
  }

  private KernelRun() {}

  /**
   * All of them, with each number of threads. JMH prints what it sees.
   *
   * @throws FailedException where JMH cannot run them
   */
  public static void all(List<Integer> threads) {
    try {
      new Runner(
              new OptionsBuilder()
                  .include(KernelRun.class.getPackageName().replace(".", "\\."))
                  .param("threads", threads.stream().map(String::valueOf).toArray(String[]::new))
                  .build())
          .run();
    } catch (RunnerException failed) {
      throw new FailedException(failed);
    }
  }
}
