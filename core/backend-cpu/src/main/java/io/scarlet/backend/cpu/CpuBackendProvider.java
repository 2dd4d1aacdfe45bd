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
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? withVectors(VectorShape.preferredShape().vectorBitSize(), System.getProperty("os.arch"))
        : Availability.no(
            "Java was started without --add-modules jdk.incubator.vector, the Vector API");
  }

  static Availability withVectors(int bits, String architecture) {
    return bits < FEWEST_BITS
        ? Availability.no(
            "it needs vectors of %d bits (AVX2 or wider), Java has %d here"
                .formatted(FEWEST_BITS, bits))
        : Availability.yes(
            "Java has vectors of %d bits here, %d floats%s"
                .formatted(bits, bits / Float.SIZE, instructions(bits, architecture)));
  }

  private static String instructions(int bits, String architecture) {
    if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
      return "";
    }
    return bits == FEWEST_BITS ? " (AVX2)" : " (AVX-512)";
  }

  @Override
  public Backend create(int threads) {
    return new CpuBackend(threads);
  }
}
