package io.scarlet.supernet.backend;

/**
 * One way to compute. Modules of backends name their provider in {@code META-INF/services}, so a
 * build has the backends that are on its class path.
 */
public interface BackendProvider {

  /** The name by which settings choose it, {@code cpu} for instance. */
  String name();

  /** Whether it can compute here; asking must not fail. */
  Availability availability();

  /**
   * A backend to compute with.
   *
   * @param threads that compute, at least 1
   */
  Backend create(int threads);
}
