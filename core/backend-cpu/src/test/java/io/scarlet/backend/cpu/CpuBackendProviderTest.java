package io.scarlet.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.supernet.backend.Availability;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.InstalledBackends;
import org.junit.jupiter.api.Test;

class CpuBackendProviderTest {

  @Test
  void itSaysHowWideItsVectorsAre() {
    assertThat(CpuBackendProvider.withVectors(512, "amd64"))
        .isEqualTo(Availability.yes("Java has vectors of 512 bits here"));
    assertThat(CpuBackendProvider.withVectors(256, "aarch64"))
        .isEqualTo(Availability.yes("Java has vectors of 256 bits here"));
  }

  @Test
  void narrowVectorsAreNotEnough() {
    assertThat(CpuBackendProvider.withVectors(128, "aarch64"))
        .isEqualTo(Availability.no("it needs vectors of 256 bits, Java has 128 here"));
    assertThat(CpuBackendProvider.withVectors(128, "amd64"))
        .isEqualTo(Availability.no("it needs vectors of 256 bits (AVX2), Java has 128 here"));
  }

  @Test
  void aBuildWithThisModuleFindsIt() {
    assertThat(InstalledBackends.onClassPath().providers())
        .singleElement()
        .isInstanceOf(CpuBackendProvider.class)
        .extracting(provider -> provider.name())
        .isEqualTo(BackendChoice.CPU.key());
  }
}
