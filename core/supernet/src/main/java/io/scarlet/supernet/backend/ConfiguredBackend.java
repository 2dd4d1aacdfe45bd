package io.scarlet.supernet.backend;

import java.util.Optional;

/**
 * The backend that a service is told to compute with, made when it is first needed. A service that
 * is told which one does not start without it; one that may choose starts all the same where
 * nothing can compute, since searches over tables compute nothing.
 */
public final class ConfiguredBackend implements AutoCloseable {

  private final Optional<InstalledBackends.Selection> selection;
  private final String summary;
  private final int threads;
  private Optional<Backend> open = Optional.empty();

  /**
   * @param threads that compute, at least 1
   * @throws BackendUnavailableException if a backend is asked for by name and cannot be had
   */
  public ConfiguredBackend(InstalledBackends build, BackendChoice choice, int threads) {
    this.threads = threads;
    Optional<InstalledBackends.Selection> selected = Optional.empty();
    String text;
    try {
      InstalledBackends.Selection found = build.select(choice);
      text =
          "computes with the backend '%s', %d %s, %s"
              .formatted(
                  found.provider().name(),
                  threads,
                  threads == 1 ? "thread" : "threads",
                  found.reason());
      selected = Optional.of(found);
    } catch (BackendUnavailableException e) {
      if (choice != BackendChoice.AUTO) {
        throw e;
      }
      text = e.getMessage();
    }
    selection = selected;
    summary = text;
  }

  /** Whether there is one. */
  public boolean isUsable() {
    return selection.isPresent();
  }

  /** What was chosen and why, or why nothing was: a line for the log of a start. */
  public String summary() {
    return summary;
  }

  /**
   * The backend, the same at every call.
   *
   * @throws BackendUnavailableException if no backend of this build can compute here
   */
  public Backend open() {
    if (open.isEmpty()) {
      open =
          Optional.of(
              selection
                  .orElseThrow(() -> new BackendUnavailableException(summary))
                  .provider()
                  .create(threads));
    }
    return open.get();
  }

  @Override
  public void close() {
    open.ifPresent(Backend::close);
  }
}
