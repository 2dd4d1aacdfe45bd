package io.scarlet.bench.peer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python that has PyTorch, and how it computes fastest: glibc keeps the memory of tensors rather
 * than give it back after each kernel, waiting threads sleep, and OpenBLAS chooses its own kernels.
 */
public final class Python {

  private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3");
  private static final int PATIENCE_SECONDS = 60;

  private static final Map<String, String> SET =
      Map.of(
          "MALLOC_MMAP_THRESHOLD_", "17179869184",
          "MALLOC_TRIM_THRESHOLD_", "17179869184",
          "MALLOC_TOP_PAD_", "268435456",
          "GOMP_SPINCOUNT", "0");
  private static final List<String> UNSET =
      List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_NUM_THREADS", "OMP_WAIT_POLICY");

  private Python() {}

  /** The first Python that can import PyTorch. */
  public static Optional<String> withTorch() {
    return CANDIDATES.stream().filter(Python::hasTorch).findFirst();
  }

  private static boolean hasTorch(String python) {
    try {
      Process process =
          builder(python, "import torch")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A process that will run a program given as text. */
  static ProcessBuilder builder(String python, String program) {
    ProcessBuilder builder = new ProcessBuilder(python, "-c", program);
    builder.environment().keySet().removeAll(UNSET);
    builder.environment().putAll(SET);
    return builder;
  }
}
