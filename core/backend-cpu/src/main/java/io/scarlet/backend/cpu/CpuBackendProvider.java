package io.scarlet.backend.cpu;

import io.scarlet.supernet.backend.Availability;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendProvider;
import jdk.incubator.vector.VectorShape;

/** Offers this backend to whoever chooses one by configuration. */
public final class CpuBackendProvider implements BackendProvider {

  private static final int FEWEST_BITS = 256;

  @Override
  public String name() {
    return "cpu";
  }

  /** Narrow vectors would compute too, but slower than what a library does with them. */
  @Override
  public Availability availability() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Availability.no(
          "Java was started without --add-modules jdk.incubator.vector, the Vector API");
    }
    int bits = VectorShape.preferredShape().vectorBitSize();
    return bits < FEWEST_BITS
        ? Availability.no(
            "it needs vectors of %d bits (AVX2 or wider), this processor has %d"
                .formatted(FEWEST_BITS, bits))
        : Availability.yes("this processor has %d-bit vectors".formatted(bits));
  }

  @Override
  public Backend create(int threads) {
    return new CpuBackend(threads);
  }
}
