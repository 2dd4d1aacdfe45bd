package io.scarlet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.schemas.Access;
import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.TopicCheck;
import io.scarlet.schemas.kafka.TopicCheckFailed;
import io.scarlet.schemas.kafka.TopicPreparation;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client may do over TLS, with a password, and with no more rights than it needs. */
class AccessTest {

  private static final SearchControlled EVENT =
      new SearchControlled("search", ControlAction.PAUSE, "lunch");

  private final KafkaStack stack = KafkaStack.shared();

  static List<Access> services() {
    return List.of(AccessCatalogue.TRAINER, AccessCatalogue.EVALUATOR, AccessCatalogue.EVOLVER);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_with_the_rights_of_the_catalogue_passes_its_check(Access access) {
    verify(stack.admit(access), access);
  }

  @Test
  void the_preparation_needs_its_rights_and_no_others() {
    try (Admin admin =
        new KafkaConnection(Map.copyOf(stack.admit(AccessCatalogue.PREPARATION))).admin()) {
      new TopicPreparation(admin, stack.secureRegistry()).prepare(TopicCatalogue.all());
    }
  }

  @Test
  void who_has_no_rights_is_told_which_and_how_to_grant_them() {
    Map<String, String> stranger = stack.admit(new Access("stranger", List.of()));

    assertThatThrownBy(() -> verify(stranger, AccessCatalogue.EVALUATOR))
        .isInstanceOf(TopicCheckFailed.class)
        .hasMessageContainingAll(
            "User:stranger lacks READ, DESCRIBE_CONFIGS on topic nas-candidates: kafka-acls.sh"
                + " --add --allow-principal User:stranger --operation READ --operation"
                + " DESCRIBE_CONFIGS --topic nas-candidates",
            "User:stranger lacks READ on group evaluators: kafka-acls.sh --add",
            "User:stranger lacks WRITE on transactional id scarlet-evaluator-*: kafka-acls.sh --add"
                + " --allow-principal User:stranger --operation WRITE --transactional-id"
                + " scarlet-evaluator- --resource-pattern-type prefixed")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> verify(stranger, AccessCatalogue.EVOLVER))
        .hasMessageContaining(
            "User:stranger lacks READ, WRITE, CREATE on topic scarlet-evolver-*: kafka-acls.sh");
  }

  @Test
  void one_missing_operation_is_one_fault() {
    Access reader =
        new Access(
            "reader",
            AccessCatalogue.EVALUATOR.rights().stream()
                .filter(right -> !right.resource().name().equals("nas-scores"))
                .toList());

    assertThatThrownBy(() -> verify(stack.admit(reader), AccessCatalogue.EVALUATOR))
        .hasMessage(
            "User:reader lacks WRITE, DESCRIBE_CONFIGS on topic nas-scores: kafka-acls.sh --add"
                + " --allow-principal User:reader --operation WRITE --operation DESCRIBE_CONFIGS"
                + " --topic nas-scores");
  }

  @Test
  void a_wrong_password_is_told_without_the_password() {
    Map<String, String> wrong = new HashMap<>(stack.admit(AccessCatalogue.TRAINER));
    wrong.computeIfPresent(
        "sasl.jaas.config",
        (_, jaas) -> jaas.replaceFirst("password=\"[^\"]*", "password=\"guessed"));

    assertThatThrownBy(() -> verify(wrong, AccessCatalogue.TRAINER))
        .isInstanceOf(TopicCheckFailed.class)
        .hasMessageStartingWith(
            "the Kafka broker does not let User:trainer in: check kafka.sasl.* and kafka.ssl.*: ")
        .message()
        .doesNotContain("guessed", "\n");
    assertThat(new KafkaConnection(Map.copyOf(wrong)).toString()).doesNotContain("guessed");
  }

  @Test
  void a_broker_whose_certificate_nobody_vouches_for_is_not_spoken_to() {
    Map<String, String> trusting = new HashMap<>(stack.admit(AccessCatalogue.TRAINER));
    trusting.keySet().removeIf(name -> name.startsWith("ssl.truststore"));

    assertThatThrownBy(() -> verify(trusting, AccessCatalogue.TRAINER))
        .isInstanceOf(TopicCheckFailed.class)
        .hasMessageStartingWith("the Kafka broker does not let User:trainer in: check");
  }

  @Test
  void events_are_written_and_read_with_a_registry_over_tls() {
    WireFormat secure = new WireFormat(stack.secureRegistry());
    try (Serializer<SearchControlled> writer = secure.serializer();
        Deserializer<SearchControlled> reader = secure.deserializer()) {
      String topic = TopicCatalogue.SEARCHES.name();
      assertThat(reader.deserialize(topic, writer.serialize(topic, EVENT))).isEqualTo(EVENT);
    }
  }

  @Test
  void a_registry_whose_certificate_nobody_vouches_for_gets_no_events() {
    URI address = stack.secureRegistry().url();
    try (Serializer<SearchControlled> writer =
        new WireFormat(RegistryConnection.to(address)).serializer()) {
      assertThatThrownBy(() -> writer.serialize(TopicCatalogue.SEARCHES.name(), EVENT))
          .isInstanceOf(RegistryUnavailable.class)
          .hasMessageContaining("unable to find valid certification path");
    }
    assertThatThrownBy(
            () ->
                new WireFormat(
                        RegistryConnection.trusting(address, Optional.of(Path.of("nowhere.pem"))))
                    .serializer())
        .hasMessageStartingWith(
            "cannot read the certificates of scarlet.registry.certificates nowhere.pem");
  }

  private static void verify(Map<String, String> client, Access needed) {
    KafkaConnection connection = new KafkaConnection(Map.copyOf(client));
    Admin admin = connection.admin();
    try {
      new TopicCheck(admin, connection).verify(needed, Duration.ZERO);
    } finally {
      admin.close(Duration.ZERO);
    }
  }
}
