package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** From a record to the records that say what came of it. */
final class RecordScoring implements AutoCloseable {

  private final CandidateReader reader;
  private final OutcomeWriter writer;
  private final Evaluation evaluation;
  private final LoopListener listener;
  private final ScoringTraces traces;

  /**
   * Of these parts.
   *
   * @param reader closed with this
   * @param writer closed with this
   * @param listener hears what came of a record, once that is on the log
   * @param traces tell of the way from a record to what came of it
   */
  RecordScoring(
      CandidateReader reader,
      OutcomeWriter writer,
      Evaluation evaluation,
      LoopListener listener,
      ScoringTraces traces) {
    this.reader = reader;
    this.writer = writer;
    this.evaluation = evaluation;
    this.listener = listener;
    this.traces = traces;
  }

  /**
   * What came of a record.
   *
   * @param record that was read
   * @param results what to publish
   * @param news to be told once that is on the log
   */
  record Finished(
      ConsumerRecord<byte[], byte[]> record,
      List<ProducerRecord<byte[], byte[]>> results,
      Runnable news) {}

  /**
   * Scores the candidate in a record; where there is none, the result is a dead letter.
   *
   * @param refusal asked before a candidate is scored: why it shall not be, in one line
   * @throws io.scarlet.schemas.kafka.RegistryUnavailable where the record cannot be read for now
   */
  Finished finish(ConsumerRecord<byte[], byte[]> record, Supplier<Optional<String>> refusal)
      throws InterruptedException {
    try (ScoringSpan span = traces.score(record)) {
      Finished finished = finish(record, refusal, span);
      finished.results().forEach(span::carriedBy);
      return finished;
    }
  }

  private Finished finish(
      ConsumerRecord<byte[], byte[]> record, Supplier<Optional<String>> refusal, ScoringSpan span)
      throws InterruptedException {
    Candidate candidate;
    try {
      candidate = reader.read(record);
    } catch (UndecodableRecordException e) {
      String place = "%s-%d at %d".formatted(record.topic(), record.partition(), record.offset());
      span.failed(e.getMessage());
      return new Finished(
          record,
          List.of(writer.deadLetter(record, e.getMessage())),
          () -> listener.undecodable(place, e.getMessage()));
    }
    span.read(candidate);
    Optional<String> refused = refusal.get();
    Outcome outcome =
        refused.isPresent()
            ? new Outcome.Failed(refused.get(), Duration.ZERO)
            : evaluation.of(candidate);
    span.came(outcome);
    return new Finished(
        record,
        records(record, candidate, outcome),
        () -> listener.evaluated(candidate.id(), outcome));
  }

  private List<ProducerRecord<byte[], byte[]>> records(
      ConsumerRecord<byte[], byte[]> record, Candidate candidate, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Scored scored -> List.of(writer.score(candidate, scored));
      case Outcome.Failed failed ->
          List.of(writer.score(candidate, failed), writer.deadLetter(record, failed.reason()));
    };
  }

  @Override
  public void close() {
    try (reader;
        writer) {
      // Nothing else is open.
    }
  }
}
