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

  /** Narrow vectors would compute too, but slower than what a library does with them. */
  @Override
  public Availability availability() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? withVectors(VectorShape.preferredShape().vectorBitSize(), System.getProperty("os.arch"))
        : Availability.no(
            "Java was started without --add-modules jdk.incubator.vector, the Vector API");
  }

  static Availability withVectors(int bits, String architecture) {
    String instructions =
        architecture.equals("amd64") || architecture.equals("x86_64") ? " (AVX2)" : "";
    return bits < Lanes.BITS
        ? Availability.no(
            "it needs vectors of %d bits%s, Java has %d here"
                .formatted(Lanes.BITS, instructions, bits))
        : Availability.yes(
            "Java has vectors of %d bits here%s".formatted(Lanes.BITS, instructions));
  }

  @Override
  public Backend create(int threads) {
    return new CpuBackend(threads);
  }
}
