package io.scarlet.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python that has a library to compare with, and how it computes fastest: glibc keeps the memory
 * of tensors rather than give it back after each kernel, waiting threads sleep, and OpenBLAS
 * chooses its own kernels.
 *
 * @param command that starts it
 * @param version of the library
 * @param engine of PyTorch, the BLAS of its matrix products where oneDNN has none; of Pillow, its
 *     JPEG decoder
 */
public record Python(String command, String version, String engine) {

  /** What a peer is made of. */
  public enum Library {
    PYTORCH,
    PILLOW
  }

  private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3");
  private static final int PATIENCE_SECONDS = 60;

  private static final String REFERENCE = "reference";

  /** Prints the version and the BLAS, which is told by the libraries that the process maps. */
  private static final String PYTORCH_PROBE =
      """
      import re, torch
      try:
          maps = open("/proc/self/maps").read()
          found = re.findall("mkl_core|openblas|blis", maps)
          blas = found[0] if found else "mkl" if torch.backends.mkl.is_available() else "%s"
      except OSError:
          blas = "unknown"
      print(torch.__version__, blas)
      """
          .formatted(REFERENCE);

  private static final String PILLOW_PROBE =
      """
      import PIL, PIL.features
      turbo = PIL.features.version("libjpeg_turbo")
      print(PIL.__version__, "libjpeg-turbo-" + turbo if turbo else "libjpeg")
      """;

  private static final Map<String, String> SET =
      Map.of(
          "MALLOC_MMAP_THRESHOLD_", "17179869184",
          "MALLOC_TRIM_THRESHOLD_", "17179869184",
          "MALLOC_TOP_PAD_", "268435456",
          "GOMP_SPINCOUNT", "0");
  private static final List<String> UNSET =
      List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_WAIT_POLICY");
  private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS");

  /** The first Python that can import a library. */
  public static Optional<Python> with(Library library) {
    String probe =
        switch (library) {
          case PYTORCH -> PYTORCH_PROBE;
          case PILLOW -> PILLOW_PROBE;
        };
    return CANDIDATES.stream().flatMap(command -> probed(command, probe).stream()).findFirst();
  }

  private static Optional<Python> probed(String command, String probe) {
    try {
      Process process =
          builder(command, probe, 1).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String[] words = said.strip().split(" ", -1);
      return process.exitValue() == 0 && words.length == 2
          ? Optional.of(new Python(command, words[0], words[1]))
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Whether matrix products outside of oneDNN are those that nobody has made fast. */
  public boolean hasReferenceBlas() {
    return engine.equals(REFERENCE);
  }

  /** A process that will run a program, given as text, on so many threads. */
  ProcessBuilder process(String program, int threads) {
    return builder(command, program, threads);
  }

  private static ProcessBuilder builder(String command, String program, int threads) {
    ProcessBuilder builder = new ProcessBuilder(command, "-c", program);
    builder.environment().keySet().removeAll(UNSET);
    builder.environment().putAll(SET);
    THREADS.forEach(name -> builder.environment().put(name, String.valueOf(threads)));
    return builder;
  }
}
