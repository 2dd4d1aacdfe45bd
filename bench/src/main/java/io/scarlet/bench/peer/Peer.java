package io.scarlet.bench.peer;

import io.scarlet.bench.io.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** PyTorch in a process of its own, which ends with this one. */
public final class Peer implements AutoCloseable {

  /** What is done again and again. */
  public enum Kind {
    TRAIN,
    EVALUATE;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Process process;
  private final BufferedReader answers;
  private final OutputStream requests;
  private final String version;

  /**
   * Starts it.
   *
   * @param python that has PyTorch
   * @throws PeerFailure where it does not start
   */
  public Peer(String python) {
    try {
      process =
          Python.builder(python, program()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException refused) {
      throw new PeerFailure("cannot start " + python + ": " + refused.getMessage(), refused);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = new BufferedOutputStream(process.getOutputStream(), 1 << 20);
    version = answer("ok");
  }

  private static String program() {
    try (InputStream in = Peer.class.getResourceAsStream("peer.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The version of PyTorch. */
  public String version() {
    return version;
  }

  /** Hands over what to work on, in place of what it had. */
  public void load(Assignment assignment) {
    try {
      writeLine(assignment.header());
      assignment.writeValues(requests);
      requests.flush();
    } catch (IOException broken) {
      throw gone(broken);
    }
    answer("ok");
  }

  /** Works so often and returns the losses, each the mean over the paths of a step. */
  public double[] losses(Kind kind, int times) {
    return run("check", kind, times, "loss");
  }

  /** Works so often and returns how long each took, milliseconds. */
  public double[] milliseconds(Kind kind, int times) {
    return run("time", kind, times, "ms");
  }

  private double[] run(String request, Kind kind, int times, String answer) {
    try {
      writeLine(Json.line(Map.of("do", request, "what", kind.word(), "times", times)));
      requests.flush();
    } catch (IOException broken) {
      throw gone(broken);
    }
    return Arrays.stream(answer(answer).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private void writeLine(String line) throws IOException {
    requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String answer(String word) {
    String line;
    try {
      line = answers.readLine();
    } catch (IOException broken) {
      throw gone(broken);
    }
    if (line == null) {
      throw new PeerFailure("the PyTorch process ended before it answered");
    }
    if (!(line + " ").startsWith(word + " ")) {
      throw new PeerFailure("PyTorch cannot do this: " + line.replaceFirst("^failed ", ""));
    }
    return line.substring(word.length()).strip();
  }

  private static PeerFailure gone(IOException broken) {
    return new PeerFailure("the PyTorch process is gone: " + broken.getMessage(), broken);
  }

  /** Ends the process: its standard input ends. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException gone) {
      process.destroy();
    }
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
