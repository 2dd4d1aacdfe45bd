package io.scarlet.backend.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.BackendProvider;
import io.scarlet.supernet.backend.InstalledBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nd4j.linalg.factory.Nd4j;

@ExtendWith(WhereNd4jRuns.class)
class PortableBackendProviderTest {

  private static final InstalledBackends BUILD = InstalledBackends.onClassPath();

  @Test
  void aBuildWithThisModuleFindsBothBackends() {
    assertThat(BUILD.providers())
        .extracting(BackendProvider::name)
        .containsExactlyInAnyOrder(BackendChoice.CPU.key(), BackendChoice.PORTABLE.key());
  }

  @Test
  void theChoiceSaysWhatNd4jComputesOn() {
    assertThat(BUILD.select(BackendChoice.PORTABLE).reason())
        .startsWith("as set: ND4J runs, with ");
    try (Backend backend = BUILD.select(BackendChoice.PORTABLE).provider().create(1)) {
      assertThat(backend.description()).startsWith("portable: ND4J on ");
    }
  }

  @Test
  void underTheProfileCudaItComputesOnAGpu() {
    assumeFalse(
        Nd4j.getEnvironment().isCPU(), "built without -Pcuda: ND4J computes on the processor");
    try (Backend backend = new PortableBackend(1)) {
      assertThat(backend.description()).startsWith("portable: ND4J on an NVIDIA GPU");
    }
  }
}
