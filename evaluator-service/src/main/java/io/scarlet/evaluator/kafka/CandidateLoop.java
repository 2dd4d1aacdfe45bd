package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One candidate after the other: read, score, publish, for as long as the service runs.
 *
 * <p>Scoring happens outside the transaction, publishing inside. So an evaluation may run twice,
 * after a crash or a rebalance, but its score shows once. Whatever goes wrong with broker or
 * registry leads to the same recovery: settle the open transaction, return to the offsets that are
 * committed, go on from there.
 *
 * <p>This is a loop over Kafka's clients rather than a messaging channel since the channel's
 * transactions (SmallRye Reactive Messaging 4.33) report a commit that failed as done: the
 * candidate would never be scored and its generation never close.
 */
final class CandidateLoop implements Runnable {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final TransactionalOutput output;
  private final CandidateReader reader;
  private final OutcomeWriter writer;
  private final Evaluation evaluation;
  private final LoopListener listener;

  private volatile boolean stopping;

  CandidateLoop(
      Consumer<byte[], byte[]> consumer,
      TransactionalOutput output,
      CandidateReader reader,
      OutcomeWriter writer,
      Evaluation evaluation,
      LoopListener listener) {
    this.consumer = consumer;
    this.output = output;
    this.reader = reader;
    this.writer = writer;
    this.evaluation = evaluation;
    this.listener = listener;
  }

  @Override
  public void run() {
    try (reader;
        writer;
        output;
        consumer) {
      consumer.subscribe(Set.of(TopicCatalogue.CANDIDATES.name()));
      while (!stopping) {
        work();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the loop end, at once where it waits, otherwise once the current candidate is done. */
  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  /** Works until told to stop or until something goes wrong. */
  private void work() throws InterruptedException {
    try {
      output.open();
      returnToCommitted();
      listener.working();
      while (!stopping) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          handle(record);
        }
      }
    } catch (WakeupException e) {
      // Told to stop while waiting; the caller looks.
    } catch (RuntimeException e) {
      listener.stalled(e);
      Thread.sleep(PAUSE);
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    Candidate candidate;
    try {
      candidate = reader.read(record);
    } catch (UndecodableRecordException e) {
      output.commit(List.of(writer.deadLetter(record, e.getMessage())), record, consumer);
      listener.undecodable(
          "%s-%d at %d".formatted(record.topic(), record.partition(), record.offset()),
          e.getMessage());
      return;
    }
    Outcome outcome = evaluation.of(candidate);
    output.commit(records(record, candidate, outcome), record, consumer);
    listener.evaluated(candidate.id(), outcome);
  }

  private List<ProducerRecord<byte[], byte[]>> records(
      ConsumerRecord<byte[], byte[]> record, Candidate candidate, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Scored scored -> List.of(writer.score(candidate, scored));
      case Outcome.Failed failed ->
          List.of(writer.score(candidate, failed), writer.deadLetter(record, failed.reason()));
    };
  }

  private void returnToCommitted() {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
    for (TopicPartition partition : assigned) {
      OffsetAndMetadata offset = committed.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(Set.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }
}
