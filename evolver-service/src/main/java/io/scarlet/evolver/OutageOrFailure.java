package io.scarlet.evolver;

import io.scarlet.schemas.kafka.RegistryUnavailable;
import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Waits out a registry that is away, since nothing is wrong with the records; ends the streams on
 * any other failure, since going on would skip a record. Liveness then reports it, and whoever runs
 * the service starts it anew: it resumes where the last transaction ended.
 */
final class OutageOrFailure implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = Logger.getLogger(OutageOrFailure.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailable outage) {
        LOG.warn(outage.getMessage());
        return pause()
            ? StreamThreadExceptionResponse.REPLACE_THREAD
            : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
    }
    LOG.error("the evolver stops: a record could not be processed", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
