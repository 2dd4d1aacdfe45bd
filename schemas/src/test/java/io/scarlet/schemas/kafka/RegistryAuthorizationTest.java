package io.scarlet.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.schemas.TopicCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry that wants to know who asks. */
class RegistryAuthorizationTest {

  private static final byte[] OF_SCHEMA_ONE = {0, 0, 0, 0, 1, 2};

  private StubRegistry registry;

  @BeforeEach
  void listen() throws IOException {
    registry = StubRegistry.answering(401);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void is_sent_name_and_password() {
    prepare(Map.of("SCARLET_REGISTRY_USER", "ada", "SCARLET_REGISTRY_PASSWORD", "lovelace"));

    assertThat(sent()).isNotEmpty().containsOnly("Basic YWRhOmxvdmVsYWNl");
  }

  @Test
  void or_a_token() {
    prepare(Map.of("SCARLET_REGISTRY_TOKEN", "secret"));

    assertThat(sent()).isNotEmpty().containsOnly("Bearer secret");
  }

  @Test
  void and_nothing_where_nothing_is_set() {
    prepare(Map.of());

    assertThat(sent()).isNotEmpty().containsOnly("null");
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
            registry.address(), Optional.empty(), Optional.of("Bearer secret"), "/apis/ccompat/v7");
    try (Deserializer<SpecificRecord> reader = new WireFormat(connection).deserializer()) {
      assertThatThrownBy(
              () -> new EventReader(reader).read(TopicCatalogue.SCORES.name(), OF_SCHEMA_ONE))
          .isInstanceOf(RegistryUnavailable.class)
          .hasMessageContaining("status 401");
    }
    assertThat(sent()).isNotEmpty().containsOnly("Bearer secret");
  }

  /** What the preparation says. */
  private String prepare(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SCARLET_REGISTRY_URL", registry.address().toString());
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(PrepareLog.run(environment, new PrintStream(err, true, UTF_8))).isEqualTo(1);
    return err.toString(UTF_8);
  }

  private List<String> sent() {
    return registry.headers().stream()
        .map(each -> String.valueOf(each.getFirst("Authorization")))
        .toList();
  }
}
