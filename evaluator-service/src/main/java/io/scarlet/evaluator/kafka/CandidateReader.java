package io.scarlet.evaluator.kafka;

import com.microsoft.kiota.ApiException;
import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** From the bytes of a record to the candidate in it. */
final class CandidateReader implements AutoCloseable {

  private static final int NOT_FOUND = 404;

  private final Deserializer<SpecificRecord> deserializer;

  CandidateReader(WireFormat wire) {
    this.deserializer = wire.deserializer();
  }

  /**
   * The candidate in the record.
   *
   * @throws UndecodableRecordException where the bytes are at fault
   * @throws RuntimeException where the registry is
   */
  Candidate read(ConsumerRecord<byte[], byte[]> record) throws UndecodableRecordException {
    if (record.value() == null) {
      throw new UndecodableRecordException("the record has no value", null);
    }
    SpecificRecord value;
    try {
      value = deserializer.deserialize(record.topic(), record.value());
    } catch (RuntimeException e) {
      throw undecodable(e);
    }
    if (value instanceof CandidateProposed proposed) {
      return candidate(proposed);
    }
    throw new UndecodableRecordException(
        "a " + value.getSchema().getFullName() + " is no candidate", null);
  }

  /**
   * Tells the record's faults from the registry's: one that does not answer, or answers with an
   * error of its own, says nothing about the record, so that its exception is thrown on. A schema
   * that it does not know is a fault of the record, and so is whatever Avro finds in the bytes.
   */
  private static UndecodableRecordException undecodable(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException answer) {
        if (answer.getResponseStatusCode() == NOT_FOUND) {
          return new UndecodableRecordException("its schema is not in the registry", thrown);
        }
        throw thrown;
      }
      if (cause instanceof IOException
          && !(cause instanceof EOFException)
          && !cause.getClass().getName().startsWith("org.apache.avro")) {
        throw thrown;
      }
    }
    return new UndecodableRecordException("not a record of this topic: " + oneLine(thrown), thrown);
  }

  private static String oneLine(RuntimeException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.replaceAll("\\s+", " ").strip();
  }

  private static Candidate candidate(CandidateProposed proposed) {
    EvaluationSettings evaluation = proposed.getEvaluation();
    DataSettings data = proposed.getData();
    return new Candidate(
        proposed.getCandidateId(),
        proposed.getSearchId(),
        proposed.getCode(),
        switch (evaluation.getSource()) {
          case SUPERNET -> Candidate.Source.SUPERNET;
          case TABLE -> Candidate.Source.TABLE;
        },
        evaluation.getTable(),
        Optional.ofNullable(proposed.getCheckpoint()).map(CandidateReader::checkpoint),
        proposed.getSeed(),
        new Candidate.Data(data.getSet(), data.getSha256(), data.getValidationPictures()),
        new Candidate.Batches(
            evaluation.getRecalibrationBatches(),
            evaluation.getRecalibrationBatch(),
            evaluation.getBatch()));
  }

  private static Candidate.Checkpoint checkpoint(ArtifactReference reference) {
    return new Candidate.Checkpoint(reference.getUri(), reference.getSha256(), reference.getSize());
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
