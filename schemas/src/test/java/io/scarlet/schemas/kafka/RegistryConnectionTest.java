package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryConnectionTest {

  @ParameterizedTest
  @CsvSource({
    "http://registry:8080, /apis/ccompat/v7, http://registry:8080/apis/ccompat/v7",
    "http://registry:8080/, /apis/ccompat/v8/, http://registry:8080/apis/ccompat/v8",
    "https://psrc-1.eu.confluent.cloud, /, https://psrc-1.eu.confluent.cloud",
  })
  void confluents_api_lies_at_a_path_below_the_address(String url, String path, String api) {
    assertThat(at(url, path).confluentAddress()).isEqualTo(api);
  }

  @Test
  void without_a_path_it_is_where_apicurio_has_it() {
    assertThat(RegistryConnection.to(URI.create("http://registry:8080")))
        .isEqualTo(at("http://registry:8080", "/apis/ccompat/v7"));
  }

  @Test
  void what_is_no_path_is_refused() {
    assertThatThrownBy(() -> at("http://registry:8080", "v7"))
        .hasMessage(
            "scarlet.registry.confluent-api is a path and begins with a slash, unlike 'v7'");
  }

  private static RegistryConnection at(String url, String path) {
    return new RegistryConnection(URI.create(url), Optional.empty(), Optional.empty(), path);
  }
}
