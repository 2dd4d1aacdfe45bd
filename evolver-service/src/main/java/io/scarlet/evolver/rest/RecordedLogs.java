package io.scarlet.evolver.rest;

import io.scarlet.log.io.LogFile;
import io.scarlet.log.kafka.WholeLog;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Logs as files. Each is read from the beginning of all topics, so no more than a few are at a
 * time: everybody may ask.
 */
@ApplicationScoped
class RecordedLogs {

  private static final int AT_A_TIME = 2;

  private final Function<String, byte[]> file;
  private final Semaphore free = new Semaphore(AT_A_TIME);

  @Inject
  RecordedLogs(KafkaConnection broker, WireFormat format) {
    this(id -> LogFile.bytes(WholeLog.read(broker, format, id)));
  }

  /**
   * Logs from somewhere.
   *
   * @param file that of a search
   */
  RecordedLogs(Function<String, byte[]> file) {
    this.file = file;
  }

  /**
   * The file of a search.
   *
   * @throws ProblemException where too many are read already
   */
  byte[] of(String id) {
    if (!free.tryAcquire()) {
      throw ProblemException.unavailable(
          "%d logs are being read already, each from its beginning: ask again"
              .formatted(AT_A_TIME));
    }
    try {
      return file.apply(id);
    } finally {
      free.release();
    }
  }
}
