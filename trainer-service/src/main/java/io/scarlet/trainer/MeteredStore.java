package io.scarlet.trainer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import java.nio.file.Path;

/** A store that tells how long it took, and whether it did what it was asked for. */
record MeteredStore(ArtifactStore store, MeterRegistry meters) implements ArtifactStore {

  private static final String PUT = "put";
  private static final String FETCH = "fetch";
  private static final String DONE = "done";
  private static final String FAILED = "failed";

  /** Something that a store is asked for. */
  @FunctionalInterface
  private interface Work<T> {
    T result() throws ArtifactException;
  }

  /** Makes every series there is. */
  static void register(MeterRegistry meters) {
    timer(meters, PUT, DONE);
    timer(meters, PUT, FAILED);
    timer(meters, FETCH, DONE);
    timer(meters, FETCH, FAILED);
  }

  @Override
  public Artifact put(Path file, String extension) throws ArtifactException {
    return timed(PUT, () -> store.put(file, extension));
  }

  @Override
  public Path fetch(Artifact artifact) throws ArtifactException {
    return timed(FETCH, () -> store.fetch(artifact));
  }

  private <T> T timed(String operation, Work<T> work) throws ArtifactException {
    Timer.Sample begun = Timer.start(meters);
    try {
      T result = work.result();
      begun.stop(timer(meters, operation, DONE));
      return result;
    } catch (ArtifactException e) {
      begun.stop(timer(meters, operation, FAILED));
      throw e;
    }
  }

  private static Timer timer(MeterRegistry meters, String operation, String outcome) {
    return Timer.builder("scarlet.trainer.store")
        .description("Time that the artifact store took")
        .tags("operation", operation, "outcome", outcome)
        .register(meters);
  }
}
