package io.scarlet.backend.portable;

import io.scarlet.supernet.backend.Availability;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendProvider;
import org.nd4j.linalg.factory.Nd4j;

/** Offers this backend to whoever chooses one by configuration. */
public final class PortableBackendProvider implements BackendProvider {

  @Override
  public String name() {
    return "portable";
  }

  /** Loads ND4J's native libraries, which the first time on a machine takes seconds. */
  @Override
  public Availability availability() {
    try {
      return Availability.yes("ND4J runs, with " + Nd4j.getBackend().getClass().getSimpleName());
    } catch (LinkageError | RuntimeException e) {
      return Availability.no(
          "ND4J does not load its native libraries: " + rootOf(e) + "; see docs/backends.md");
    }
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  @Override
  public Backend create(int threads) {
    return new PortableBackend(threads);
  }
}
