package io.scarlet.backend.cpu;

import io.scarlet.supernet.backend.Availability;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendProvider;
import jdk.incubator.vector.VectorShape;

/** Offers this backend to whoever chooses one by configuration. */
public final class CpuBackendProvider implements BackendProvider {

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public Availability availability() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? withVectors(VectorShape.preferredShape().vectorBitSize(), System.getProperty("os.arch"))
        : Availability.no(
            "Java was started without --add-modules jdk.incubator.vector, the Vector API");
  }

  static Availability withVectors(int bits, String architecture) {
    if (bits >= Lanes.LEAST_BITS) {
      return Availability.yes("Java has vectors of %d bits here".formatted(bits));
    }
    String instructions =
        architecture.equals("amd64") || architecture.equals("x86_64") ? " (AVX2)" : "";
    return Availability.no(
        "it needs vectors of %d bits%s, Java has %d here"
            .formatted(Lanes.LEAST_BITS, instructions, bits));
  }

  @Override
  public Backend create(int threads) {
    return new CpuBackend(threads);
  }
}
