package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class WireFormatSettingsTest {

  @Test
  void the_api_follows_the_base_address_with_or_without_its_slash() {
    assertThat(new WireFormat(URI.create("http://registry:8080")).settings())
        .containsEntry("apicurio.registry.url", "http://registry:8080/apis/registry/v3")
        .isEqualTo(new WireFormat(URI.create("http://registry:8080/")).settings());
  }

  @Test
  void writers_neither_register_schemas_nor_borrow_the_newest() {
    assertThat(new WireFormat(URI.create("http://registry")).settings())
        .containsEntry("apicurio.registry.auto-register", false)
        .containsEntry("apicurio.registry.find-latest", false)
        .containsEntry("apicurio.registry.use-id", "contentId");
  }

  @Test
  void an_address_without_a_host_is_refused() {
    assertThatThrownBy(() -> new WireFormat(URI.create("registry:8080")))
        .hasMessageContaining("'registry:8080' is no registry address");
  }
}
