package io.scarlet.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scarlet.events.ControlAction;
import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvolverClientTest {

  private final List<String> heard = new ArrayList<>();
  private HttpServer first;
  private HttpServer second;

  @BeforeEach
  void start() throws IOException {
    first = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    second = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    first.start();
    second.start();
  }

  @AfterEach
  void stop() {
    first.stop(0);
    second.stop(0);
  }

  @Test
  void the_token_goes_along_to_the_instance_that_has_the_search() {
    first.createContext("/", asked -> redirect(asked, address(second) + asked.getRequestURI()));
    second.createContext("/", this::accept);

    new EvolverClient(URI.create(address(first)), Optional.of("secret"))
        .control("s", ControlAction.PAUSE, "lunch");

    assertThat(heard)
        .singleElement()
        .asString()
        .startsWith("POST /searches/s/controls Bearer secret {")
        .contains("lunch");
  }

  @Test
  void instances_that_send_one_round_in_circles_are_left() {
    first.createContext("/", asked -> redirect(asked, address(first) + asked.getRequestURI()));

    assertThatThrownBy(
            () -> new EvolverClient(URI.create(address(first)), Optional.empty()).delete("s"))
        .isInstanceOf(StackUnavailable.class)
        .hasMessageContaining("answers with status 307");
  }

  @Test
  void a_refusal_is_told_in_the_words_of_the_evolver() {
    first.createContext(
        "/",
        asked -> {
          byte[] problem =
              """
              {"type": "about:blank", "title": "Unauthorized", "status": 401,
               "detail": "this needs the token of the evolver", "instance": "/searches/s"}
              """
                  .getBytes(StandardCharsets.UTF_8);
          asked.sendResponseHeaders(401, problem.length);
          asked.getResponseBody().write(problem);
          asked.close();
        });

    assertThatThrownBy(
            () -> new EvolverClient(URI.create(address(first)), Optional.empty()).delete("s"))
        .isInstanceOf(RequestRefused.class)
        .hasMessage("this needs the token of the evolver");
  }

  private void accept(HttpExchange asked) throws IOException {
    heard.add(
        "%s %s %s %s"
            .formatted(
                asked.getRequestMethod(),
                asked.getRequestURI(),
                asked.getRequestHeaders().getFirst("Authorization"),
                new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    asked.sendResponseHeaders(202, -1);
    asked.close();
  }

  private static void redirect(HttpExchange asked, String there) throws IOException {
    asked.getResponseHeaders().set("Location", there);
    asked.sendResponseHeaders(307, -1);
    asked.close();
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
