package io.scarlet.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchFailed;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.RegistrySerdes;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire format promises holds with Confluent's client as it does with Apicurio's. */
class ConfluentSerdesTest {

  private static final String TOPIC = TopicCatalogue.SEARCHES.name();
  private static final SearchControlled PAUSE = new SearchControlled("s1", ControlAction.PAUSE, "");

  private final KafkaStack stack = KafkaStack.shared();
  private final RegistryConnection registry = RegistryConnection.to(stack.registry());

  @Test
  void a_build_that_has_them_uses_them() {
    assertThat(ServiceLoader.load(RegistrySerdes.class))
        .hasOnlyElementsOfType(ConfluentSerdes.class);
    assertThat(new WireFormat(registry).serializer()).isNotNull();
  }

  @Test
  void an_event_is_read_as_it_was_written() {
    assertThat(read(registry, written(registry, TOPIC, PAUSE)))
        .isEqualTo(new ReadEvent.Event(PAUSE));
  }

  @Test
  void over_tls_too() {
    RegistryConnection secure = stack.secureRegistry();

    assertThat(read(secure, written(secure, TOPIC, PAUSE))).isEqualTo(new ReadEvent.Event(PAUSE));
  }

  @Test
  void a_registry_whose_certificate_nobody_vouches_for_gets_no_events() {
    RegistryConnection stranger = RegistryConnection.to(stack.secureRegistry().url());

    assertThatThrownBy(() -> written(stranger, TOPIC, PAUSE))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("unable to find valid certification path");
  }

  @Test
  void a_record_that_does_not_belong_on_a_topic_is_refused() {
    SearchFailed stray = new SearchFailed("s1", "trainer", "no data");

    assertThatThrownBy(() -> written(registry, TopicCatalogue.SCORES.name(), stray))
        .isNotInstanceOf(RegistryUnavailable.class);
    assertThat(written(registry, TopicCatalogue.PROGRESS.name(), stray)).isNotEmpty();
  }

  @Test
  void bad_records_are_unreadable_with_a_reason() {
    byte[] good = written(registry, TOPIC, PAUSE);
    byte[] unknown = ByteBuffer.wrap(good.clone()).putInt(1, 987_654).array();

    assertThat(read(registry, unknown))
        .isEqualTo(
            new ReadEvent.Unreadable(
                "not in Scarlet's wire format: the registry knows no such schema"));
    assertThat(read(registry, Arrays.copyOf(good, good.length - 2)))
        .isInstanceOf(ReadEvent.Unreadable.class);
    assertThat(read(registry, "{\"json\": 1}".getBytes(UTF_8)))
        .isInstanceOf(ReadEvent.Unreadable.class);
  }

  @Test
  void a_registry_that_is_away_is_no_fault_of_the_record() {
    RegistryConnection nobody = RegistryConnection.to(URI.create("http://127.0.0.1:1"));
    byte[] good = written(registry, TOPIC, PAUSE);

    assertThatThrownBy(() -> read(nobody, good)).isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> written(nobody, TOPIC, PAUSE)).isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  @Timeout(30)
  void nor_is_one_that_takes_requests_and_never_answers() throws IOException {
    byte[] good = written(registry, TOPIC, PAUSE);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());

      assertThatThrownBy(() -> read(RegistryConnection.to(address), good))
          .isInstanceOf(RegistryUnavailable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 409, 422, 429, 500, 503})
  void nor_is_one_that_refuses_us(int status) throws IOException {
    byte[] good = written(registry, TOPIC, PAUSE);
    try (RefusingRegistry refusing = RefusingRegistry.with(status)) {
      assertThatThrownBy(() -> read(RegistryConnection.to(refusing.address()), good))
          .isInstanceOf(RegistryUnavailable.class);
      assertThatThrownBy(() -> written(RegistryConnection.to(refusing.address()), TOPIC, PAUSE))
          .isInstanceOf(RegistryUnavailable.class);
    }
  }

  @Test
  void a_registry_that_wants_to_know_who_asks_is_told() throws IOException {
    byte[] good = written(registry, TOPIC, PAUSE);
    try (RefusingRegistry refusing = RefusingRegistry.with(401)) {
      RegistryConnection known =
          new RegistryConnection(
              refusing.address(), Optional.empty(), Optional.of("Bearer secret"), "/");

      assertThatThrownBy(() -> read(known, good)).isInstanceOf(RegistryUnavailable.class);
      assertThat(refusing.authorizations()).isNotEmpty().containsOnly("Bearer secret");
    }
  }

  private static ReadEvent read(RegistryConnection registry, byte[] value) {
    try (Deserializer<SpecificRecord> deserializer = new WireFormat(registry).deserializer()) {
      return new EventReader(deserializer).read(TOPIC, value);
    }
  }

  private static <T extends SpecificRecord> byte[] written(
      RegistryConnection registry, String topic, T event) {
    try (Serializer<T> serializer = new WireFormat(registry).serializer()) {
      return serializer.serialize(topic, event);
    }
  }
}
