package io.scarlet.kubernetes;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicCheck;
import io.scarlet.schemas.kafka.TopicPreparation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The broker that Compose starts, rather than the one that other tests embed. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerBrokerTest {

  private static final RegistryConnection NO_REGISTRY =
      RegistryConnection.to(URI.create("http://127.0.0.1:1"));

  @Test
  void theTopicsCanBePrepared() throws IOException {
    String image = String.valueOf(Compose.ofProject().service("kafka").get("image"));
    try (KafkaContainer broker = new KafkaContainer(image)) {
      broker.start();
      KafkaConnection connection = KafkaConnection.to(broker.getBootstrapServers());
      try (Admin admin = connection.admin()) {
        new TopicPreparation(admin, NO_REGISTRY).prepareTopics(TopicCatalogue.all());
        assertThatCode(
                () ->
                    new TopicCheck(admin, connection)
                        .verify(AccessCatalogue.EVOLVER, Duration.ofSeconds(10)))
            .doesNotThrowAnyException();
      }
    }
  }
}
