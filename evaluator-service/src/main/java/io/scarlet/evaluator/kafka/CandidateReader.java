package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.event.ProposedCandidate;
import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.WireFormat;
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

  /** What decodes may still say what no candidate can. */
  private static Candidate candidate(CandidateProposed proposed) throws UndecodableRecordException {
    try {
      return ProposedCandidate.of(proposed);
    } catch (IllegalArgumentException impossible) {
      throw new UndecodableRecordException(impossible.getMessage());
    }
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
