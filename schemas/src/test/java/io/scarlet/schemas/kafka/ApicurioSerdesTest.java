package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApicurioSerdesTest {

  @Test
  void the_api_follows_the_base_address_with_or_without_its_slash() {
    assertThat(settings("http://registry:8080"))
        .containsEntry("apicurio.registry.url", "http://registry:8080/apis/registry/v3")
        .isEqualTo(settings("http://registry:8080/"));
  }

  @Test
  void writers_neither_register_schemas_nor_borrow_the_newest() {
    assertThat(settings("http://registry"))
        .containsEntry("apicurio.registry.auto-register", false)
        .containsEntry("apicurio.registry.find-latest", false)
        .containsEntry("apicurio.registry.use-id", "contentId");
  }

  @Test
  void an_address_without_a_host_is_refused() {
    assertThatThrownBy(() -> settings("registry:8080"))
        .hasMessageContaining("'registry:8080' is no registry address");
  }

  private static Map<String, Object> settings(String registry) {
    return ApicurioSerdes.settings(RegistryConnection.to(URI.create(registry)));
  }
}
