package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.schemas.TopicCatalogue;
import java.io.IOException;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubjectRegistrationTest {

  private static final Schema SCHEMA = TopicCatalogue.SCORES.values().getFirst();

  private StubRegistry registry;

  @BeforeEach
  void listen() throws IOException {
    registry = StubRegistry.answering(200);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void a_subject_is_registered_and_held_to_full_transitive_compatibility() {
    register();

    assertThat(registry.requests())
        .containsExactly(
            "POST /apis/ccompat/v7/subjects/nas-scores/versions",
            "PUT /apis/ccompat/v7/config/nas-scores");
  }

  @Test
  void no_request_asks_for_an_upgrade_to_http_2() {
    register();

    assertThat(registry.headers()).hasSize(2).noneMatch(sent -> sent.containsKey("Upgrade"));
  }

  private void register() {
    new SubjectRegistration(RegistryConnection.to(registry.address()))
        .register("nas-scores", SCHEMA);
  }
}
