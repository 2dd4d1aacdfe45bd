package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.scarlet.schemas.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubjectRegistrationTest {

  private static final Schema SCHEMA = TopicCatalogue.SCORES.values().getFirst();

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private HttpServer registry;

  @BeforeEach
  void listen() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          headers.add(exchange.getRequestHeaders());
          byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    registry.start();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  @Test
  void a_subject_is_registered_and_held_to_full_transitive_compatibility() {
    register();

    assertThat(requests)
        .containsExactly(
            "POST /apis/ccompat/v7/subjects/nas-scores/versions",
            "PUT /apis/ccompat/v7/config/nas-scores");
  }

  @Test
  void no_request_asks_for_an_upgrade_to_http_2() {
    register();

    assertThat(headers).hasSize(2).noneMatch(sent -> sent.containsKey("Upgrade"));
  }

  private void register() {
    URI address = URI.create("http://127.0.0.1:" + registry.getAddress().getPort());
    new SubjectRegistration(RegistryConnection.to(address)).register("nas-scores", SCHEMA);
  }
}
