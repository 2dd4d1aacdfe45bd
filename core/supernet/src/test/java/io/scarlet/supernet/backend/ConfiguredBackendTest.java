package io.scarlet.supernet.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredBackendTest {

  private static final InstalledBackends NONE = new InstalledBackends(List.of());

  @Test
  void aServiceThatMayChooseStartsWithoutABackendAndSaysSo() {
    try (var backend = new ConfiguredBackend(NONE, BackendChoice.AUTO, 2)) {
      assertThat(backend.isUsable()).isFalse();
      assertThat(backend.summary())
          .startsWith("no backend can compute here (this build has none): start Java with");
      assertThatThrownBy(backend::open)
          .isInstanceOf(BackendUnavailableException.class)
          .hasMessage(backend.summary());
    }
  }

  @Test
  void aServiceThatIsToldWhichDoesNotStartWithoutIt() {
    assertThatThrownBy(() -> new ConfiguredBackend(NONE, BackendChoice.PORTABLE, 2))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("-Pportable");
  }
}
