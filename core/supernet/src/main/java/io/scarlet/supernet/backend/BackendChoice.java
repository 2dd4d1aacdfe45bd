package io.scarlet.supernet.backend;

import java.util.Locale;

/** Which backend a service is told to compute with. */
public enum BackendChoice {
  /** The fastest that this build has and this machine can run. */
  AUTO,
  /** Kernels of our own for processors with vector instructions. */
  CPU,
  /** ND4J, which only builds under one of the profiles of {@code docs/backends.md} have. */
  PORTABLE,
  /** Nothing, for a service that looks up what others measured; no backend can be had by it. */
  NONE;

  /** As settings and providers write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
