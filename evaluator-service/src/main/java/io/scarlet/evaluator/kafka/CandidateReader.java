package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.WireFormat;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** From the bytes of a record to the candidate in it. */
final class CandidateReader implements AutoCloseable {

  private final Deserializer<SpecificRecord> deserializer;
  private final EventReader events;

  CandidateReader(WireFormat wire) {
    this.deserializer = wire.deserializer();
    this.events = new EventReader(deserializer);
  }

  /**
   * The candidate in the record.
   *
   * @throws UndecodableRecordException where the record is at fault
   * @throws io.scarlet.schemas.kafka.RegistryUnavailable where the registry is
   */
  Candidate read(ConsumerRecord<byte[], byte[]> record) throws UndecodableRecordException {
    return switch (events.read(record.topic(), record.value())) {
      case ReadEvent.Event(CandidateProposed proposed) -> candidate(proposed);
      case ReadEvent.Event(SpecificRecord other) ->
          throw new UndecodableRecordException(
              "a " + other.getSchema().getFullName() + " is no candidate");
      case ReadEvent.Unreadable(String reason) -> throw new UndecodableRecordException(reason);
    };
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
        new Candidate.Data(data.getSet(), data.getValidationPictures(), data.getSha256()),
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
