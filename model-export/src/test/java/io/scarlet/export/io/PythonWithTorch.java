package io.scarlet.export.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Python that has PyTorch, if this machine has one; tests that need it are left out elsewhere.
 */
final class PythonWithTorch {

  private static final Path SCRIPTS = Path.of("../examples/pytorch").toAbsolutePath();

  private final Path folder;
  private final Optional<String> python;

  PythonWithTorch(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.python = python();
  }

  boolean isThere() {
    return python.isPresent();
  }

  /** Runs a script, which may import what lies in {@code examples/pytorch}. */
  void run(String script, Path... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.orElseThrow(), "-c", script));
    Stream.of(arguments).map(Path::toString).forEach(command::add);

    int exit = exit(command);

    assertThat(exit).as(() -> said()).isZero();
  }

  private Optional<String> python() throws IOException, InterruptedException {
    for (String each : List.of("python3", "/usr/bin/python3")) {
      if (exit(List.of("/usr/bin/env", each, "-c", "import torch")) == 0) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private int exit(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("python.log").toFile());
    builder.environment().put("PYTHONPATH", SCRIPTS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("python.log"));
    } catch (IOException lost) {
      return "said nothing that can be read: " + lost;
    }
  }

  static Path write(Path file, float[] values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Files.write(file, bytes.array());
  }

  static float[] read(Path file) throws IOException {
    var values =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] read = new float[values.remaining()];
    values.get(read);
    return read;
  }
}
