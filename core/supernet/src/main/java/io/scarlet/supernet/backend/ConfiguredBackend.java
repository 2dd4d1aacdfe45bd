package io.scarlet.supernet.backend;

import java.util.Optional;

/** The backend that a service is told to compute with, made when it is first needed. */
public final class ConfiguredBackend implements AutoCloseable {

  private final InstalledBackends.Selection selection;
  private final int threads;
  private Optional<Backend> open = Optional.empty();

  /**
   * @param threads that compute, at least 1
   * @throws BackendUnavailableException if there is none that the choice means and that can compute
   *     here
   */
  public ConfiguredBackend(InstalledBackends build, BackendChoice choice, int threads) {
    this.threads = threads;
    selection = build.select(choice);
  }

  /** What was chosen and why: a line for the log of a start. */
  public String summary() {
    return "computes with the backend '%s', %d %s, %s"
        .formatted(
            selection.provider().name(),
            threads,
            threads == 1 ? "thread" : "threads",
            selection.reason());
  }

  /** The backend, the same at every call. */
  public Backend open() {
    if (open.isEmpty()) {
      open = Optional.of(selection.provider().create(threads));
    }
    return open.get();
  }

  @Override
  public void close() {
    open.ifPresent(Backend::close);
  }
}
