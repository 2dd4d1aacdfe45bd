package io.scarlet.supernet.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfiguredBackendTest {

  private final List<String> calls = new ArrayList<>();

  private final BackendProvider provider =
      new BackendProvider() {
        @Override
        public String name() {
          return "cpu";
        }

        @Override
        public Availability availability() {
          return Availability.yes("it has wide vectors");
        }

        @Override
        public Backend create(int threads) {
          calls.add("create " + threads);
          return (Backend)
              Proxy.newProxyInstance(
                  Backend.class.getClassLoader(),
                  new Class<?>[] {Backend.class},
                  (proxy, method, arguments) -> calls.add(method.getName()) ? null : proxy);
        }
      };

  private ConfiguredBackend configured(BackendChoice choice, int threads) {
    return new ConfiguredBackend(new InstalledBackends(List.of(provider)), choice, threads);
  }

  @Test
  void theLineForTheLogSaysWhichBackendAndWhy() {
    try (var backend = configured(BackendChoice.AUTO, 2)) {
      assertThat(backend.summary())
          .isEqualTo(
              "computes with the backend 'cpu', 2 threads, chosen automatically: it has wide"
                  + " vectors");
    }
    try (var backend = configured(BackendChoice.CPU, 1)) {
      assertThat(backend.summary())
          .isEqualTo("computes with the backend 'cpu', 1 thread, as set: it has wide vectors");
    }
  }

  @Test
  void theBackendIsMadeWhenItIsNeededAndOnce() {
    try (var backend = configured(BackendChoice.AUTO, 3)) {
      assertThat(calls).isEmpty();
      backend.open();
      backend.open();
    }
    assertThat(calls).containsExactly("create 3", "close");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsConfiguredWhereNothingCanCompute(BackendChoice choice) {
    assertThatThrownBy(() -> new ConfiguredBackend(new InstalledBackends(List.of()), choice, 2))
        .isInstanceOf(BackendUnavailableException.class)
        .message()
        .hasLineCount(1);
  }
}
