package io.scarlet.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.scarlet.schemas.TopicCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry that wants to know who asks. */
class RegistryAuthorizationTest {

  private static final byte[] OF_SCHEMA_ONE = {0, 0, 0, 0, 1, 2};

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private HttpServer registry;

  @BeforeEach
  void listen() throws Exception {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          sent.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] answer = "{}".getBytes(UTF_8);
          exchange.sendResponseHeaders(401, answer.length);
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
  void is_sent_name_and_password() {
    prepare(Map.of("SCARLET_REGISTRY_USER", "ada", "SCARLET_REGISTRY_PASSWORD", "lovelace"));

    assertThat(sent).isNotEmpty().containsOnly("Basic YWRhOmxvdmVsYWNl");
  }

  @Test
  void or_a_token() {
    prepare(Map.of("SCARLET_REGISTRY_TOKEN", "secret"));

    assertThat(sent).isNotEmpty().containsOnly("Bearer secret");
  }

  @Test
  void and_nothing_where_nothing_is_set() {
    prepare(Map.of());

    assertThat(sent).isNotEmpty().containsOnly("null");
  }

  @Test
  void a_refusal_is_told_without_what_is_secret() {
    assertThat(prepare(Map.of("SCARLET_REGISTRY_TOKEN", "secret")))
        .contains("the registry refused POST http://127.0.0.1:", "with status 401")
        .doesNotContain("secret");
  }

  @Test
  void readers_send_it_too_and_wait_where_it_is_refused() {
    RegistryConnection connection =
        new RegistryConnection(
            address(), Optional.empty(), Optional.of("Bearer secret"), "/apis/ccompat/v7");
    try (Deserializer<SpecificRecord> reader = new WireFormat(connection).deserializer()) {
      assertThatThrownBy(
              () -> new EventReader(reader).read(TopicCatalogue.SCORES.name(), OF_SCHEMA_ONE))
          .isInstanceOf(RegistryUnavailable.class)
          .hasMessageContaining("status 401");
    }
    assertThat(sent).isNotEmpty().containsOnly("Bearer secret");
  }

  /** What the preparation says. */
  private String prepare(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SCARLET_REGISTRY_URL", address().toString());
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(PrepareLog.run(environment, new PrintStream(err, true, UTF_8))).isEqualTo(1);
    return err.toString(UTF_8);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + registry.getAddress().getPort());
  }
}
