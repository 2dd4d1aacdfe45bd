package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One candidate after the other: read, score, publish, for as long as the service runs. Candidates
 * that are scored in no time share a transaction.
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
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Scores wait so long, at most, for others to go into their transaction. */
  private static final Duration TOGETHER = Duration.ofMillis(50);

  private final Consumer<byte[], byte[]> consumer;
  private final TransactionalOutput output;
  private final CandidateReader reader;
  private final OutcomeWriter writer;
  private final Evaluation evaluation;
  private final LoopListener listener;
  private final Attempts attempts;

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
    this.attempts = new Attempts(consumer);
  }

  /** What came of a record, and what to say of it once that is on the log. */
  private record Finished(
      ConsumerRecord<byte[], byte[]> record,
      List<ProducerRecord<byte[], byte[]>> results,
      Runnable news) {

    TopicPartition partition() {
      return Attempts.partition(record);
    }

    OffsetAndMetadata behind() {
      return new OffsetAndMetadata(record.offset() + 1);
    }
  }

  @Override
  public void run() {
    try (reader;
        writer;
        output;
        consumer) {
      consumer.subscribe(Set.of(TopicCatalogue.CANDIDATES.name()), attempts);
      while (!stopping) {
        work();
      }
      release();
    } catch (InterruptedException e) {
      release();
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
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        if (!polled.isEmpty()) {
          handle(polled);
        }
      }
    } catch (WakeupException e) {
      // Told to stop while waiting; the caller looks.
    } catch (RuntimeException e) {
      listener.stalled(e);
      Thread.sleep(PAUSE);
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> polled) throws InterruptedException {
    List<Finished> finished = finish(attempts.together(polled));
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    finished.forEach(each -> done.put(each.partition(), each.behind()));
    if (!finished.isEmpty()) {
      output.commit(
          finished.stream().flatMap(each -> each.results().stream()).toList(),
          done,
          consumer.groupMetadata());
      attempts.finished(done.keySet());
      finished.forEach(each -> each.news().run());
    }
    for (TopicPartition partition : polled.partitions()) {
      returnTo(polled.records(partition), done.get(partition));
    }
  }

  /** Goes back to what was read of a partition and is not done. */
  private void returnTo(List<ConsumerRecord<byte[], byte[]>> read, OffsetAndMetadata done) {
    TopicPartition partition = Attempts.partition(read.getFirst());
    if (done == null) {
      consumer.seek(partition, read.getFirst().offset());
    } else if (done.offset() <= read.getLast().offset()) {
      consumer.seek(partition, done.offset());
    }
  }

  /** As many as one transaction shall hold; none while the group shares its work out anew. */
  private List<Finished> finish(List<ConsumerRecord<byte[], byte[]>> together)
      throws InterruptedException {
    if (!attempts.exhausted(together.getFirst())) {
      try {
        attempts.begin(together);
      } catch (RebalanceInProgressException e) {
        return List.of();
      }
    }
    List<Finished> finished = new ArrayList<>();
    long start = System.nanoTime();
    for (ConsumerRecord<byte[], byte[]> record : together) {
      finished.add(finish(record));
      if (System.nanoTime() - start > TOGETHER.toNanos()) {
        break;
      }
    }
    return finished;
  }

  private Finished finish(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    Candidate candidate;
    try {
      candidate = reader.read(record);
    } catch (UndecodableRecordException e) {
      String place = "%s-%d at %d".formatted(record.topic(), record.partition(), record.offset());
      return new Finished(
          record,
          List.of(writer.deadLetter(record, e.getMessage())),
          () -> listener.undecodable(place, e.getMessage()));
    }
    Outcome outcome =
        attempts.exhausted(record)
            ? new Outcome.Failed(
                "gave up: %d evaluators died over it".formatted(Attempts.MOST), Duration.ZERO)
            : evaluation.of(candidate);
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

  private void returnToCommitted() {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
    attempts.restore(committed);
    for (TopicPartition partition : assigned) {
      OffsetAndMetadata offset = committed.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(Set.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }

  /** A mark that stays costs the next one caution, nothing else. */
  private void release() {
    try {
      attempts.release();
    } catch (WakeupException e) {
      attempts.release(); // woken for the end while it was scoring
    } catch (KafkaException e) {
      listener.stalled(e);
    }
  }
}
