package io.scarlet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A bad record is told from a registry that is away. */
class EventReaderTest {

  private static final String TOPIC = TopicCatalogue.SEARCHES.name();
  private static final SearchControlled PAUSE = new SearchControlled("s1", ControlAction.PAUSE, "");

  private final URI registry = KafkaStack.shared().registry();
  private final byte[] good = written();

  @Test
  void a_good_record_is_read() {
    assertThat(read(registry, good)).isEqualTo(new ReadEvent.Event(PAUSE));
  }

  @Test
  void bad_records_are_unreadable_with_a_reason() {
    byte[] unknown = ByteBuffer.wrap(good.clone()).putInt(1, 987_654).array();

    assertThat(read(registry, unknown))
        .isEqualTo(
            new ReadEvent.Unreadable(
                "not in Scarlet's wire format: the registry knows no such schema"));
    assertThat(read(registry, Arrays.copyOf(good, good.length - 2)))
        .isInstanceOf(ReadEvent.Unreadable.class);
    assertThat(read(registry, "{\"json\": 1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ReadEvent.Unreadable.class);
    assertThat(read(registry, null)).isEqualTo(new ReadEvent.Unreadable("the record has no value"));
  }

  @Test
  void an_outage_of_the_registry_is_no_fault_of_the_record() {
    URI nobody = URI.create("http://127.0.0.1:" + FreePort.find());

    assertThatThrownBy(() -> read(nobody, good)).isInstanceOf(RegistryUnavailable.class);
  }

  private static ReadEvent read(URI registry, byte[] value) {
    try (Deserializer<SpecificRecord> deserializer = new WireFormat(registry).deserializer()) {
      return new EventReader(deserializer).read(TOPIC, value);
    }
  }

  private byte[] written() {
    try (Serializer<SearchControlled> serializer = new WireFormat(registry).serializer()) {
      return serializer.serialize(TOPIC, PAUSE);
    }
  }
}
