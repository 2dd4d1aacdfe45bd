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

/** Requests to a Python process, and its answers, a line each. The process ends with this one. */
final class Conversation implements AutoCloseable {

  private static final int BUFFER = 1 << 20;

  /** Writes what follows a request. */
  interface Values {
    void writeTo(OutputStream out) throws IOException;
  }

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final OutputStream requests;

  /**
   * Starts the process.
   *
   * @param name of the peer, for messages
   * @param program a resource beside this class
   * @param threads that it may use
   * @throws PeerFailure where it does not start
   */
  Conversation(String name, Python python, String program, int threads) {
    this.name = name;
    try {
      process =
          python
              .process(text(program), threads)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException refused) {
      throw new PeerFailure(
          "cannot start " + python.command() + ": " + refused.getMessage(), refused);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = new BufferedOutputStream(process.getOutputStream(), BUFFER);
    answer("ok");
  }

  private static String text(String program) {
    try (InputStream in = Conversation.class.getResourceAsStream(program)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Asks.
   *
   * @param word that an answer begins with
   * @return what follows the word
   * @throws PeerFailure if the answer is another one, or none
   */
  String ask(Map<String, Object> request, String word) {
    return ask(request, out -> {}, word);
  }

  /** Asks something that comes with values. */
  String ask(Map<String, Object> request, Values values, String word) {
    try {
      requests.write((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
      values.writeTo(requests);
      requests.flush();
    } catch (IOException broken) {
      throw gone(broken);
    }
    return answer(word);
  }

  /** Asks for figures. */
  double[] figures(Map<String, Object> request, String word) {
    return Arrays.stream(ask(request, word).split(" ", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private String answer(String word) {
    String line;
    try {
      line = answers.readLine();
    } catch (IOException broken) {
      throw gone(broken);
    }
    if (line == null) {
      throw new PeerFailure("the " + name + " process ended before it answered");
    }
    if (!(line + " ").startsWith(word + " ")) {
      throw new PeerFailure(name + " cannot do this: " + line.replaceFirst("^failed ", ""));
    }
    return line.substring(word.length()).strip();
  }

  private PeerFailure gone(IOException broken) {
    return new PeerFailure("the " + name + " process is gone: " + broken.getMessage(), broken);
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
