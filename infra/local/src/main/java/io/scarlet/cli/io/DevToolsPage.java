package io.scarlet.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One page of a Chromium that is steered by its DevTools protocol; one question at a time. */
final class DevToolsPage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client;
  private final WebSocket socket;
  private final BlockingQueue<String> answers;

  private DevToolsPage(HttpClient client, WebSocket socket, BlockingQueue<String> answers) {
    this.client = client;
    this.socket = socket;
    this.answers = answers;
  }

  /**
   * Opens an address as a new page.
   *
   * @param port that the browser listens on
   */
  static DevToolsPage open(int port, URI address) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest asked =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/json/new?%s".formatted(port, address)))
            .method("PUT", HttpRequest.BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    String told = client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
    URI page = URI.create(Json.read(told, Target.class).webSocketDebuggerUrl());
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    WebSocket socket = client.newWebSocketBuilder().buildAsync(page, new Collector(answers)).join();
    return new DevToolsPage(client, socket, answers);
  }

  /** The number that an expression in JavaScript has there now. */
  double number(String expression) throws IOException, InterruptedException {
    Map<String, Object> question =
        Map.of("id", 1, "method", "Runtime.evaluate", "params", Map.of("expression", expression));
    socket.sendText(Json.line(question), true).join();
    String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (answer == null) {
      throw new IOException("the browser does not answer");
    }
    try {
      return Json.read(answer, Answer.class).result().result().value();
    } catch (JsonProcessingException noNumber) {
      throw new IOException("the browser answers " + answer, noNumber);
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }

  private record Target(String webSocketDebuggerUrl) {}

  private record Answer(Evaluation result) {}

  private record Evaluation(Value result) {}

  private record Value(double value) {}

  /** Whole messages, put together from their parts. */
  private static final class Collector implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private final BlockingQueue<String> whole;

    Collector(BlockingQueue<String> whole) {
      this.whole = whole;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        whole.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
