package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegistryHttpTest {

  private static final byte[] OF_SCHEMA_ONE = {0, 0, 0, 0, 1, 2};

  @Test
  @Timeout(30)
  void a_registry_that_takes_requests_and_never_answers_is_an_outage() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Deserializer<SpecificRecord> deserializer =
            new WireFormat(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                .deserializer()) {
      assertThatThrownBy(() -> new EventReader(deserializer).read("nas-scores", OF_SCHEMA_ONE))
          .isInstanceOf(RegistryUnavailable.class);
    }
  }
}
